import * as vscode from 'vscode';
import { registerLogLifetime } from '../shared/log-lifetime';
import { targetLog } from '../shared/log-target';
import { ChosenLabels } from './chosen-labels';
import { Versions } from './dashboard-state';
import { DashboardPanels, dashboardType } from './panels';
import type { DashboardParts } from './parts';
import { SmallView } from './small-view';

/** The shape of a log as a page of charts: a tab a log, and a small view beside the editor. */
export function registerDashboard(
  context: vscode.ExtensionContext,
  parts: Omit<DashboardParts, 'extensionUri'>,
): void {
  const all: DashboardParts = { ...parts, extensionUri: context.extensionUri };
  const labels = new ChosenLabels();
  const versions = new Versions();
  const panels = new DashboardPanels(all, labels, versions);
  registerLogLifetime(context, { all: () => labels.all(), rename: (from, to) => labels.rename(from, to) });
  registerLogLifetime(context, panels);
  context.subscriptions.push(
    labels,
    panels,
    vscode.window.registerWebviewPanelSerializer(dashboardType, panels),
    vscode.window.registerWebviewViewProvider('oddline.overview', new SmallView(all, labels, versions)),
    vscode.commands.registerCommand('oddline.openDashboard', async (argument: unknown) => {
      const uri = await targetLog(argument);
      if (!uri) return;
      await analysing(uri, all);
      panels.open(uri);
    }),
  );
}

/** The log comes to the front when its analysis begins; its page then opens beside it, and shows how far that is. */
async function analysing(uri: vscode.Uri, { analyses }: Pick<DashboardParts, 'analyses'>): Promise<void> {
  if (analyses.get(uri) || analyses.isRunning(uri)) return;
  const run = vscode.commands.executeCommand('oddline.detectAnomalies', uri);
  let subscription: vscode.Disposable | undefined;
  const begun = new Promise<void>((resolve) => {
    subscription = analyses.onDidChange(() => {
      if (analyses.isRunning(uri)) resolve();
    });
  });
  await Promise.race([run, begun]);
  subscription?.dispose();
}

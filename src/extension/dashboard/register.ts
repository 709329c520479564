import * as vscode from 'vscode';
import { beginAnalysis } from '../shared/begin-analysis';
import { registerLogLifetime } from '../shared/log-lifetime';
import { logName } from '../shared/log-name';
import { LogPanels } from '../shared/log-panels';
import { targetLog } from '../shared/log-target';
import { ChosenLabels } from './chosen-labels';
import { Conversation } from './conversation';
import { Versions } from './dashboard-state';
import type { DashboardParts } from './parts';
import { SmallView } from './small-view';

/** Of its tabs, which VS Code opens again by it. */
const dashboardType = 'oddline.dashboard';

/** The shape of a log as a page of charts: a tab a log, and a small view beside the editor. */
export function registerDashboard(
  context: vscode.ExtensionContext,
  parts: Omit<DashboardParts, 'extensionUri'>,
): void {
  const all: DashboardParts = { ...parts, extensionUri: context.extensionUri };
  const labels = new ChosenLabels();
  const versions = new Versions();
  const panels = new LogPanels({
    type: dashboardType,
    icon: vscode.Uri.joinPath(context.extensionUri, 'media', 'oddline.svg'),
    title: (uri) => vscode.l10n.t('Dashboard: {0}', logName(uri)),
    page: ({ webview }, uri) => new Conversation(webview, all, { size: 'page', uri, labels, versions }),
  });
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
      await beginAnalysis(uri, all.analyses);
      panels.open(uri);
    }),
  );
}

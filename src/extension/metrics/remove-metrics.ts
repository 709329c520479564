import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { MetricsOrigin } from '../../protocol/metrics';
import type { LogMetrics } from '../shared/log-metrics';
import { logName } from '../shared/log-name';
import { targetLog } from '../shared/log-target';
import { quickPickText } from '../shared/quick-pick-text';

/** Takes figures away from beside a log; of several a person chooses which. Files and sources stay as they are. */
export async function removeMetrics(argument: unknown, metrics: LogMetrics): Promise<void> {
  const uri = await targetLog(argument);
  if (!uri) return;
  const origins = metrics.of(uri);
  if (origins.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No metrics stand beside {0}.', logName(uri)));
    return;
  }
  const title = vscode.l10n.t('Which metrics are to go?');
  const items = origins.map((origin) => ({ ...itemOf(origin), origin }));
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  for (const { origin } of chosen ?? []) metrics.remove(uri, origin);
}

function itemOf(origin: MetricsOrigin): vscode.QuickPickItem {
  if (origin.kind === 'prometheus')
    return { label: quickPickText(origin.query), description: quickPickText(origin.source) };
  return { label: quickPickText(basename(origin.path)), description: quickPickText(origin.path) };
}

import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import { addMetrics } from './add-metrics';
import type { MetricsParts } from './parts';
import { removeMetrics } from './remove-metrics';

const key = 'oddline.activeHasMetrics';

/** Figures of the system beside a log: put there and taken away. The dashboard shows them. */
export function registerMetrics(context: vscode.ExtensionContext, parts: MetricsParts): void {
  const { metrics } = parts;
  const tell = () => {
    const uri = activeUri();
    const has = uri !== undefined && metrics.of(uri).length > 0;
    void vscode.commands.executeCommand('setContext', key, has);
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('oddline.addMetrics', (argument) => addMetrics(argument, parts)),
    vscode.commands.registerCommand('oddline.removeMetrics', (argument) => removeMetrics(argument, metrics)),
    metrics.onDidChange(tell),
    vscode.window.tabGroups.onDidChangeTabs(tell),
    vscode.window.tabGroups.onDidChangeTabGroups(tell),
  );
  tell();
}

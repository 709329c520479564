import * as vscode from 'vscode';
import { uriOfTab } from '../shared/active-uri';
import { hasBigLogTab } from '../shared/big-log-tabs';
import { isMerge } from '../shared/log-uri';
import { type ExportParts, exportMerged } from './export-merged';
import { mergeLogs } from './merge-logs';
import { setClockOffset } from './set-clock-offset';

/** Several logs as one in order of time, in the big-log editor. */
export function registerMerging(context: vscode.ExtensionContext, parts: ExportParts): void {
  const { orders, files, readings } = parts;
  context.subscriptions.push(
    vscode.commands.registerCommand('oddline.mergeLogs', mergeLogs),
    vscode.commands.registerCommand('oddline.setClockOffset', () => setClockOffset(files, readings)),
    vscode.commands.registerCommand('oddline.exportMergedLog', () => exportMerged(parts)),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const tab of closed) {
        const uri = uriOfTab(tab);
        if (uri && isMerge(uri) && !hasBigLogTab(uri)) orders.forget(uri);
      }
    }),
  );
}

import type * as vscode from 'vscode';
import type { AnalysedLogs } from '../shared/analysed-logs';
import { watchDisk } from './disk-watch';
import { watchTextEdits } from './text-edits';

/** Results of another text than the one on screen say so; what to do about it is the status bar's and the trees' to offer. */
export function registerStaleness(context: vscode.ExtensionContext, analyses: AnalysedLogs): void {
  context.subscriptions.push(watchTextEdits(analyses), watchDisk(analyses));
}

import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import type { FindingArgument } from '../shared/finding-argument';
import { knownLog } from '../shared/known-log';

/** An answer to "is there really nothing": the highest scores whatever the threshold, in place of the findings. */
export function registerStrangest(context: vscode.ExtensionContext, analyses: Analyses): void {
  const show = async (argument: unknown) => {
    const log = knownLog(analyses, argument);
    if (!log) return;
    analyses.showStrangest(log.uri, true);
    const first = log.report.strangest[0];
    if (!first) return;
    const target: FindingArgument = { uri: log.uri.toString(), findingId: first.id, hover: true };
    await vscode.commands.executeCommand('oddline.revealFinding', target);
  };
  const back = (argument: unknown) => {
    const log = knownLog(analyses, argument);
    if (log) analyses.showStrangest(log.uri, false);
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('oddline.showStrangest', show),
    vscode.commands.registerCommand('oddline.showFindings', back),
  );
}

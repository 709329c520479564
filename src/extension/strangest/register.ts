import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import type { FindingArgument } from '../shared/finding-argument';

/** An answer to "is there really nothing": the highest scores whatever the threshold, in place of the findings. */
export function registerStrangest(context: vscode.ExtensionContext, analyses: Analyses): void {
  const knownLog = (argument: unknown) => {
    const uri = argument instanceof vscode.Uri ? argument : activeUri();
    return (uri && analyses.get(uri)) ?? analyses.current();
  };
  const show = async (argument: unknown) => {
    const log = knownLog(argument);
    if (!log) return;
    analyses.showStrangest(log.uri, true);
    const first = log.report.strangest[0];
    if (!first) return;
    const target: FindingArgument = { uri: log.uri.toString(), findingId: first.id, hover: true };
    await vscode.commands.executeCommand('oddline.revealFinding', target);
  };
  const back = (argument: unknown) => {
    const log = knownLog(argument);
    if (log) analyses.showStrangest(log.uri, false);
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('oddline.showStrangest', show),
    vscode.commands.registerCommand('oddline.showFindings', back),
  );
}

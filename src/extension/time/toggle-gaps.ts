import * as vscode from 'vscode';
import { openDocument } from '../shared/active-uri';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { isLargeDocument } from '../shared/large-document';
import { targetLog } from '../shared/log-target';
import type { Readings } from '../shared/readings';

/** Shows the time between lines, or no longer; a log that was not analysed is, as only then its times are known. */
export async function toggleGaps(argument: unknown, analyses: Analyses, readings: Readings): Promise<void> {
  const uri = await targetLog(argument);
  if (!uri) return;
  const showsGaps = !readings.of(uri).showsGaps;
  readings.change(uri, { showsGaps });
  if (!showsGaps) return;
  const document = openDocument(uri);
  if (document && isLargeDocument(document)) await openWhereItIsShown(uri);
  await analysedLog(uri, analyses);
}

/** As it is known, else analysed now; undefined when that was given up or failed, which is told. */
export async function analysedLog(uri: vscode.Uri, analyses: Analyses): Promise<AnalysedLog | undefined> {
  const log = analyses.get(uri);
  if (log || analyses.isRunning(uri)) return log;
  return vscode.commands.executeCommand<AnalysedLog | undefined>('oddline.detectAnomalies', uri);
}

async function openWhereItIsShown(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('oddline.openBigLog', uri);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'VS Code shows hardly more than the text of files over 20 MB or 300,000 lines, so the log is shown in the big-log editor.',
    ),
  );
}

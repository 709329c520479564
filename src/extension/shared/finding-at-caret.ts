import * as vscode from 'vscode';
import { activeUri } from './active-uri';
import type { Analyses } from './analyses';
import type { FindingArgument } from './finding-argument';
import { findingOnLine } from './finding-on-line';

/** The finding that covers the caret's line in the active editor. */
export function findingAtCaret(analyses: Analyses): FindingArgument | undefined {
  const uri = activeUri();
  const log = uri && analyses.get(uri);
  if (!log) return undefined;
  const finding = findingOnLine(log, analyses.caretLine(log.uri) - 1);
  return finding && { uri: log.uri.toString(), findingId: finding.id };
}

/**
 * Where no finding is at the caret. A button of the walkthrough has no caret at all: the first anomaly then shows its
 * hover, which holds the same commands, rather than one being taught unseen.
 */
export async function tellNoFinding(analyses: Analyses): Promise<void> {
  if (!analyses.current()) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  if (vscode.window.activeTextEditor || activeUri())
    return inform(vscode.l10n.t('There is no anomaly on this line.'));
  await vscode.commands.executeCommand('oddline.nextAnomaly');
}

function inform(text: string): void {
  void vscode.window.showInformationMessage(text);
}

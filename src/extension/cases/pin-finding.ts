import * as vscode from 'vscode';
import type { ReportedFinding } from '../../protocol/analysis';
import type { ViewLine } from '../../protocol/log-lines';
import type { AnalysedLog } from '../shared/analyses';
import { failureText } from '../shared/failure-text';
import { isFindingArgument } from '../shared/finding-argument';
import { findingAtCaret, tellNoFinding } from '../shared/finding-at-caret';
import { localise } from '../shared/localise';
import type { CaseParts } from './case-logs';
import { isPinned, pinned, unpinned } from './pins';

/** Marks the finding's first line for the case, with why it is one. Pinned again it is unpinned. */
export async function pinFinding(
  argument: unknown,
  { analyses, threads, readings }: CaseParts,
): Promise<void> {
  const chosen = isFindingArgument(argument) ? argument : findingAtCaret(analyses);
  const uri = chosen && vscode.Uri.parse(chosen.uri, true);
  const analysed = uri && analyses.get(uri);
  const finding = analysed && reported(analysed).find(({ id }) => id === chosen?.findingId);
  const line = finding && analysed?.lineNow(finding.line);
  if (!uri || !finding || line === undefined) return tellNoFinding(analyses);
  const { bookmarks } = readings.of(uri);
  if (isPinned(bookmarks, finding.id))
    return readings.change(uri, { bookmarks: unpinned(bookmarks, finding.id) });
  try {
    const log = await threads.open(uri);
    try {
      // The extension's reports count lines through all files already (lines-through-all.ts).
      const [place] = await log.client.placesOf([(line - 1) as ViewLine]);
      if (!place) return tellNoFinding(analyses);
      const { id, severity } = finding;
      const why = { id, severity, title: localise(finding.reasons[0].message) };
      readings.change(uri, { bookmarks: pinned(readings.of(uri).bookmarks, place, why) });
    } finally {
      log.dispose();
    }
  } catch (error) {
    void vscode.window.showErrorMessage(failureText(error));
  }
}

/** The strangest lines are shown where nothing reaches the threshold, and can be pinned all the same. */
function reported({ report }: AnalysedLog): readonly ReportedFinding[] {
  return [...report.findings, ...report.strangest];
}

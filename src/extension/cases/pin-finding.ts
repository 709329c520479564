import * as vscode from 'vscode';
import type { SourceIndex } from '../../engine/model/units';
import type { ReportedFinding } from '../../protocol/analysis';
import type { LinesProgress, ViewLine } from '../../protocol/log-lines';
import { failureText } from '../shared/failure-text';
import { isFindingArgument } from '../shared/finding-argument';
import { findingAtCaret, tellNoFinding } from '../shared/finding-at-caret';
import { localise } from '../shared/localise';
import type { CaseParts } from './case-logs';

/** Marks the finding's first line for the case, with why it is one. Pinned again it is unpinned. */
export async function pinFinding(
  argument: unknown,
  { analyses, threads, readings }: CaseParts,
): Promise<void> {
  const chosen = isFindingArgument(argument) ? argument : findingAtCaret(analyses);
  const uri = chosen && vscode.Uri.parse(chosen.uri, true);
  const finding = uri && analyses.get(uri)?.report.findings.find(({ id }) => id === chosen.findingId);
  if (!uri || !finding) return tellNoFinding(analyses);
  const { bookmarks } = readings.of(uri);
  const others = bookmarks.filter((bookmark) => bookmark.finding?.id !== finding.id);
  if (others.length < bookmarks.length) return readings.change(uri, { bookmarks: others });
  try {
    const log = await threads.open(uri);
    try {
      const progress = await log.client.indexed();
      const [place] = await log.client.placesOf([viewLineOf(finding, progress)]);
      const { id, severity } = finding;
      const pinned = { id, severity, title: localise(finding.reasons[0].message) };
      const note =
        others.find((other) => other.line === place.line && other.source === place.source)?.note ?? '';
      const rest = others.filter((other) => other.line !== place.line || other.source !== place.source);
      readings.change(uri, { bookmarks: [...rest, { ...place, note, finding: pinned }] });
    } finally {
      log.dispose();
    }
  } catch (error) {
    void vscode.window.showErrorMessage(failureText(error));
  }
}

function viewLineOf(
  { source, line }: { readonly source: SourceIndex } & Pick<ReportedFinding, 'line'>,
  { sourceLines }: LinesProgress,
): ViewLine {
  const before = sourceLines.slice(0, source).reduce((sum, lines) => sum + lines, 0);
  return (before + line - 1) as ViewLine;
}

import type * as vscode from 'vscode';
import type { FilterClause } from '../../engine/filter/filter';
import type { ViewLine } from '../../protocol/log-lines';
import { linePlace, tellNoLine } from '../shared/caret-place';
import { lineTemplate } from '../shared/line-template';
import { isGathered } from '../shared/log-uri';
import { sourcePlaceOf } from '../shared/source-lines';
import { templateTitle } from '../shared/template-title';
import { withClause } from './clause-text';
import { foldAt, foldsOf } from './folds';
import type { LessToRead } from './needs';
import { showResult } from './show-result';

/** Hides the lines of a template, or shows no others. */
export async function filterLikeThis(
  mode: FilterClause['mode'],
  argument: unknown,
  parts: LessToRead,
): Promise<void> {
  const chosen = await lineTemplate(argument, parts.editors, parts.analyses);
  if (!chosen) return;
  const { uri, template } = chosen;
  const test = { kind: 'template', title: templateTitle(template), pieces: template.pieces } as const;
  await addClause(uri, { mode, test, enabled: true }, parts);
}

/** The view opens where the reader is. */
export async function addClause(uri: vscode.Uri, clause: FilterClause, parts: LessToRead): Promise<void> {
  const { readings, analyses } = parts;
  const line = Math.max(1, analyses.caretLine(uri));
  readings.change(uri, { filter: withClause(readings.of(uri).filter, clause) });
  await showResult(uri, line, parts);
}

/** Shows the run a line is in, though the dial folds it. A log of several files has its runs in our own editor. */
export function unfoldRun(argument: unknown, { readings, editors, logs }: LessToRead): void {
  const place = linePlace(argument, editors);
  if (!place || isGathered(place.uri)) {
    tellNoLine();
    return;
  }
  const folds = foldsOf(logs.shownOf(place.uri)?.lines.folds ?? null);
  const first = foldAt(folds, place.line - 1)?.first ?? place.line - 1;
  const { unfolded } = readings.of(place.uri);
  // A run is found by its line alone: what it holds may be another when the log is judged anew.
  const run = { ...sourcePlaceOf(first as ViewLine, [Number.POSITIVE_INFINITY]), key: '', ordinal: 0 };
  readings.change(place.uri, { unfolded: [...unfolded, run] });
}

/** Shows lines like this wherever they are, though the dial folds them. */
export async function unfoldTemplate(argument: unknown, parts: LessToRead): Promise<void> {
  const { readings, editors, analyses } = parts;
  const chosen = await lineTemplate(argument, editors, analyses);
  if (!chosen) return;
  const { unfoldedTemplates } = readings.of(chosen.uri);
  readings.change(chosen.uri, { unfoldedTemplates: [...unfoldedTemplates, chosen.template.pieces] });
}

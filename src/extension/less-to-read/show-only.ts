import * as vscode from 'vscode';
import type { FilterClause, FilterTest, LogFilter } from '../../engine/filter/filter';
import { isKeptReading } from '../../node/cases/check-reading';
import { plainReading } from '../../protocol/reading';
import type { LessToRead } from './needs';
import { showResult } from './show-result';

/** Argument of `oddline.showOnly`, which the dashboard calls: what to show of a log, in the place of what was shown of it but for its time. */
export interface ShowOnlyArgument {
  readonly uri: string;
  readonly test: FilterTest;
}

/** Any extension may call it: of what nobody analysed, or by what is no filter, nothing is changed. */
export async function showOnly(argument: unknown, parts: LessToRead): Promise<void> {
  if (!isShowOnly(argument)) return;
  const { readings, analyses } = parts;
  const uri = vscode.Uri.parse(argument.uri, true);
  if (!analyses.get(uri)) return;
  const { filter } = readings.of(uri);
  const shown = { ...filter, clauses: clausesShowing(argument.test, filter) };
  if (!isKeptReading({ ...plainReading, filter: shown })) return;
  const line = Math.max(1, analyses.caretLine(uri));
  readings.change(uri, { filter: shown });
  await showResult(uri, line, parts);
}

/** What was hidden stays so, and so does the time that is shown, unless it is another that is asked for. */
function clausesShowing(test: FilterTest, { clauses }: LogFilter): readonly FilterClause[] {
  const stays = clauses.filter(
    ({ mode, test: { kind } }) => mode === 'exclude' || (kind === 'time' && test.kind !== 'time'),
  );
  return [...stays, { mode: 'include', test, enabled: true }];
}

/** `argument`: the uri of a log whose filter was changed from a page beside it, which keeps the focus. */
export async function showFiltered(argument: unknown, parts: LessToRead): Promise<void> {
  if (!(argument instanceof vscode.Uri)) return;
  await showResult(argument, Math.max(1, parts.analyses.caretLine(argument)), parts, true);
}

function isShowOnly(value: unknown): value is ShowOnlyArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, test } = value as Partial<Record<keyof ShowOnlyArgument, unknown>>;
  return typeof uri === 'string' && typeof test === 'object' && test !== null && 'kind' in test;
}

import * as vscode from 'vscode';
import type { FilterTest } from '../../engine/filter/filter';
import type { LessToRead } from './needs';
import { showResult } from './show-result';

/** Argument of `oddline.showOnly`, which the dashboard calls: what to show of a log, in the place of what was shown of it but for its time. */
export interface ShowOnlyArgument {
  readonly uri: string;
  readonly test: FilterTest;
}

export async function showOnly(argument: unknown, parts: LessToRead): Promise<void> {
  if (!isShowOnly(argument)) return;
  const { readings, analyses } = parts;
  const uri = vscode.Uri.parse(argument.uri, true);
  const { filter } = readings.of(uri);
  const { test } = argument;
  const stays = filter.clauses.filter(
    ({ mode, test: { kind } }) => mode === 'exclude' || (kind === 'time' && test.kind !== 'time'),
  );
  const clauses = [...stays, { mode: 'include' as const, test, enabled: true }];
  const line = Math.max(1, analyses.caretLine(uri));
  readings.change(uri, { filter: { ...filter, clauses } });
  await showResult(uri, line, parts);
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

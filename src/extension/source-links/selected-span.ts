import * as vscode from 'vscode';
import type { ViewLine } from '../../protocol/log-lines';
import type { TimeSpan } from '../../protocol/log-source';
import { isLineArgument } from '../shared/finding-argument';
import type { LineThreads } from '../shared/line-threads';
import type { LogEditors } from '../shared/log-editors';
import { remoteScheme } from '../shared/log-uri';
import { type SelectedLines, selectedAround, selectedLines } from '../shared/selected-lines';
import { entrySpan } from './entry-span';

export interface SelectionParts {
  readonly editors: LogEditors;
  readonly threads: LineThreads;
}

/** As much of a line as its time takes. */
const headLength = 40;

/** The time of what is selected in the remote log in front, or of the line a menu was opened on; undefined where that is no part of it. */
export async function selectedSpan(
  argument: unknown,
  { editors, threads }: SelectionParts,
): Promise<TimeSpan | undefined> {
  const selected = await linesMeant(argument, editors);
  if (selected?.uri.scheme !== remoteScheme) return undefined;
  const lines = await threads.open(selected.uri);
  const headOf = (line: number) =>
    lines.client.lineText({ line: (line - 1) as ViewLine, from: 0, length: headLength });
  return entrySpan(selected.first, selected.last, headOf).finally(() => lines.dispose());
}

async function linesMeant(argument: unknown, editors: LogEditors): Promise<SelectedLines | undefined> {
  if (!isLineArgument(argument)) return selectedLines(editors);
  const { line, uri } = argument;
  const own = { uri: vscode.Uri.parse(uri, true), first: line, last: line };
  return (await selectedAround(argument, editors)) ?? own;
}

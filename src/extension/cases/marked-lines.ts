import type * as vscode from 'vscode';
import type { LineNumber } from '../../engine/model/units';
import type { LineFacts } from '../../protocol/line-facts';
import type { ViewLine } from '../../protocol/log-lines';
import type { Bookmark } from '../../protocol/reading';
import type { Analyses } from '../shared/analyses';
import type { LogLines } from '../shared/line-threads';
import { sourcePlaceOf } from '../shared/source-lines';

/** A bookmark where its line is by now. */
export interface MarkedLine {
  readonly bookmark: Bookmark;
  readonly line: ViewLine;
  /** Path of its file, and its line there. */
  readonly path: string;
  readonly number: LineNumber;
  readonly text: string;
  /** Nanoseconds since the epoch in decimal; null of a line without one, and of a log that was not analysed. */
  readonly time: string | null;
}

/** Longer lines are cut: a story is read by people. */
const mostChars = 2000;

/** In the order of the lines; those whose lines are gone are left out. */
export async function markedLines(
  log: LogLines,
  bookmarks: readonly Bookmark[],
  analyses: Analyses,
): Promise<readonly MarkedLine[]> {
  const progress = await log.client.indexed();
  const found = await log.client.findPlaces(bookmarks);
  const present = bookmarks
    .flatMap((bookmark, i) => {
      const line = found[i];
      return line === null ? [] : [{ bookmark, line }];
    })
    .sort((a, b) => a.line - b.line);
  const lines = present.map(({ line }) => line);
  const facts = await factsOf(log.uri, lines, analyses);
  const marked: MarkedLine[] = [];
  for (const [i, { bookmark, line }] of present.entries()) {
    const text = await log.client.lineText({ line, from: 0, length: mostChars });
    marked.push({
      bookmark,
      line,
      text,
      time: facts[i]?.time ?? null,
      ...fileOf(line, log, progress.sourceLines),
    });
  }
  return marked;
}

function fileOf(
  viewLine: ViewLine,
  { sources }: LogLines,
  sourceLines: readonly number[],
): { readonly path: string; readonly number: LineNumber } {
  const { source, line } = sourcePlaceOf(viewLine, sourceLines);
  return { path: sources()[source].path, number: line };
}

async function factsOf(
  uri: vscode.Uri,
  lines: readonly ViewLine[],
  analyses: Analyses,
): Promise<readonly (LineFacts | null)[]> {
  if (!analyses.get(uri)) return [];
  // A worker that has ended only costs the times.
  return analyses
    .ask(uri)
    .factsOfLines(lines)
    .catch(() => []);
}

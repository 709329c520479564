import { setImmediate } from 'node:timers/promises';
import type { CopiedText, CopyRequest } from '../../protocol/log-lines';
import { pieceOfLine, spanOfLine } from './line-text';
import type { RowMap } from './row-map';
import type { ViewText } from './view-text';

/** Pages are answered between so many lines. */
const linesAtOnce = 2000;

/**
 * The lines between two as they are shown, or as they are in the log, ends included; ANSI escapes left out, parted by LF. Throws InputError
 * `shrunk`, and the signal's reason.
 */
export async function copiedText(
  text: ViewText,
  shown: RowMap | undefined,
  request: CopyRequest,
  signal: AbortSignal,
): Promise<CopiedText> {
  const { count, lineAt } = linesOf(text, request.shownOnly || shown?.isOrdered ? shown : undefined, request);
  // Each line but the last takes a unit at least.
  if (count - 1 > request.mostChars) return { text: null, lines: count };
  const pieces: string[] = [];
  let left = request.mostChars;
  for (let i = 0; i < count; i++) {
    if (i % linesAtOnce === linesAtOnce - 1) await setImmediate(undefined, { signal });
    const piece = lineText(text, lineAt(i), left + 1);
    left -= piece.length + Number(i > 0);
    if (left < 0) return { text: null, lines: count };
    pieces.push(piece);
  }
  return { text: pieces.join('\n'), lines: count };
}

function linesOf(
  text: ViewText,
  shown: RowMap | undefined,
  { from, until }: CopyRequest,
): { readonly count: number; readonly lineAt: (i: number) => number } {
  if (shown === undefined) {
    const last = Math.min(until, text.lines - 1);
    return { count: Math.max(0, last - from + 1), lineAt: (i) => from + i };
  }
  const first = shown.rowOfLine(from);
  const last = shown.rowOfLine(until);
  const end = shown.lineOfRow(last) === undefined || !shows(shown, last, until) ? last : last + 1;
  return { count: Math.max(0, end - first), lineAt: (i) => shown.lineOfRow(first + i) as number };
}

/** Not the next one behind it. */
function shows(shown: RowMap, row: number, line: number): boolean {
  const first = shown.lineOfRow(row) as number;
  return first === line || (shown.foldAt(first)?.lastLine ?? -1) >= line;
}

function lineText(text: ViewText, line: number, limit: number): string {
  const position = text.positionOfLine(line);
  if (position === undefined) return '';
  const source = text.sources[position.source];
  return pieceOfLine(source, spanOfLine(source, position.offset), 0, limit);
}

import type { PageRow, Row, ViewLine } from '../../../src/protocol/log-lines';
import type { Host } from '../host';
import type { LineBits } from './line-bits';

export interface FoundRow {
  readonly row: number;
  readonly line: ViewLine;
  /** Of the row; of a folded run that is its first line, which may not match. */
  readonly text: string;
}

/** A step leaves a whole run of hidden lines behind; more runs than that and it is given up. */
const mostSteps = 1000;

/**
 * The nearest line of `bits` that is shown, from `line` on in one direction; null where none is. A line inside a folded run counts as
 * shown: it is its row.
 */
export async function foundRowFrom(
  host: Host,
  bits: LineBits,
  line: number,
  direction: 1 | -1,
): Promise<FoundRow | null> {
  let candidate = direction === 1 ? bits.next(line) : bits.previous(line);
  for (let step = 0; step < mostSteps && candidate >= 0; step++) {
    const row = await host.call('rowOfLine', candidate as ViewLine);
    const there = row === null ? null : await rowAt(host, row);
    if (row !== null && there && there.line <= candidate)
      return { row, line: candidate as ViewLine, text: there.text };
    if (direction === 1) candidate = there ? bits.next(there.line) : -1;
    else candidate = await lastBefore(host, bits, row);
  }
  return null;
}

/** The last line of `bits` at or before what is shown before a row. */
async function lastBefore(host: Host, bits: LineBits, row: Row | null): Promise<number> {
  const before = row === null ? await lastRow(host) : row === 0 ? null : await rowAt(host, (row - 1) as Row);
  return before ? bits.previous(before.fold?.lastLine ?? before.line) : -1;
}

async function rowAt(host: Host, row: Row): Promise<PageRow | null> {
  const page = await host.call('page', { start: { kind: 'row', row }, before: 0, rows: 1 });
  return page.rows[0] ?? null;
}

async function lastRow(host: Host): Promise<PageRow | null> {
  const page = await host.call('page', { start: { kind: 'end' }, before: 1, rows: 1 });
  return page.rows.at(-1) ?? null;
}

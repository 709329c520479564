import { groupsOf } from './clause-test';
import type { FilterTest } from './filter';
import type { LinesLeft, LinesQuestion } from './filter-question';
import type { FoldRuns } from './fold-runs';
import { linesAround } from './line-bits';
import { addLines, bytesOfSet, LineSet, removeLines } from './line-set';

/** What a filter leaves of a log that was not analysed: each line stands alone, and what asks for records fits none. */
export function filterLines({ filter, lines, searched, bookmarkLines }: LinesQuestion): LinesLeft {
  const testOf = ({ kind }: FilterTest, index: number): Uint8Array => {
    if (kind === 'bookmark') return bitsOf(bookmarkLines, lines);
    return kind === 'search' ? new Uint8Array(searched[index]) : new Uint8Array(0);
  };
  const bits = new Uint8Array(bytesOfSet(lines)).fill(0xff);
  for (const { mode, tests } of groupsOf(filter.clauses, testOf)) {
    const flip = mode === 'include' ? 0 : 0xff;
    for (let i = 0; i < bits.length; i++)
      bits[i] &= tests.reduce((any, test) => any | (test[i] ?? 0), 0) ^ flip;
  }
  removeLines(bits, lines, bits.length * 8);
  const shownRecords = new LineSet(bits.buffer, lines).size;
  return { ...withContext(bits, lines, filter.context, [lines]), folds: null, records: lines, shownRecords };
}

function bitsOf(set: readonly number[], length: number): Uint8Array {
  const bits = new Uint8Array(bytesOfSet(length));
  for (const line of set) if (line >= 0 && line < length) addLines(bits, line, line + 1);
  return bits;
}

/** The lines that fit and those around them; `ends`: context reaches neither from one file into the next nor into what is folded. */
export function withContext(
  bits: Uint8Array<ArrayBuffer>,
  lines: number,
  distance: number,
  ends: readonly number[],
  folds?: Pick<FoldRuns, 'eachHidden'>,
): Pick<LinesLeft, 'lines' | 'context'> {
  const around = distance > 0 ? linesAround(bits, lines, distance, ends) : undefined;
  if (around) folds?.eachHidden((from, until) => removeLines(around, from, until));
  if (around === undefined || around.every((byte) => byte === 0))
    return { lines: bits.buffer, context: null };
  for (let i = 0; i < bits.length; i++) bits[i] |= around[i];
  return { lines: bits.buffer, context: around.buffer };
}

import type { EvidencePack, LineRange } from '../../model/evidence-pack';
import type { RecordTable } from '../../model/record-table';
import type { LineNumber, SourceIndex } from '../../model/units';
import { gapMark, type PackLine } from './pack-line';
import { tokensOf } from './token-count';

/** `lines`: in order of the log. */
export function packOf(lines: readonly PackLine[], records: RecordTable, source: SourceIndex): EvidencePack {
  const counted = new Set<number>();
  let text = '';
  let next = 0;
  for (const { candidate, text: own, repeats } of lines) {
    if (leavesOut(records, source, next, candidate.line)) text += gapMark;
    const isFirst = !counted.has(candidate.kind);
    counted.add(candidate.kind);
    text += isFirst && repeats !== '' ? `${own.slice(0, -1)}${repeats}\n` : own;
    next = candidate.line + 1;
  }
  if (leavesOut(records, source, next, records.sources[source].lines)) text += gapMark;
  const numbersOf = (verbatim: boolean) =>
    lines.filter((line) => line.isVerbatim === verbatim).map(({ candidate }) => candidate.number);
  return {
    tokens: tokensOf(text),
    ranges: rangesOf(numbersOf(true)),
    shortened: rangesOf(numbersOf(false)),
    text,
  };
}

/** Whether a line with something on it stands in `[from, to)`. */
function leavesOut(records: RecordTable, source: SourceIndex, from: number, to: number): boolean {
  const { firstLine, linesBefore } = records.sources[source];
  if (from === 0 && linesBefore > 0) return true;
  for (let line = from; line < to; line++) if (!records.lineBlank.get(firstLine + line)) return true;
  return false;
}

/** Rising numbers as runs. */
function rangesOf(numbers: readonly LineNumber[]): LineRange[] {
  const ranges: [LineNumber, LineNumber][] = [];
  for (const number of numbers) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last[1] + 1 === number) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}

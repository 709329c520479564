import type { Stretch } from '../features/values/stretches';
import type { RecordTable } from '../model/record-table';
import { seededRandom } from '../model/seeded-random';
import type { RecordIndex } from '../model/units';
import { Part, type PartRuns } from './part-runs';

/** One read of a file gives a block; shorter stretches would read the same bytes for fewer records, longer ones see fewer moments. */
const stretchRecords = 64;
const seed = 20_261_122;

/**
 * At most so many records, in order of records: as many of those in focus as of the others, as a short window in a long log is to
 * be seen as well as the rest of it; what one leaves the others may take. Of a part that is larger one stretch from each of
 * equal portions, where in it by a seed.
 */
export function sampleStretches(records: RecordTable, runs: PartRuns, limit: number): Stretch[] {
  const sizes = [Part.focus, Part.against, Part.neither].map((part) => ({
    part,
    records: runs.recordsOf(part),
  }));
  const asked = sizes.filter(({ records: size }) => size > 0).sort((a, b) => a.records - b.records);
  let left = limit;
  const stretches = asked.flatMap(({ part, records: size }, i) => {
    const share = Math.min(size, Math.floor(left / (asked.length - i)));
    left -= share;
    return stretchesOfPart(records, runs, part, size, share);
  });
  return stretches.sort((a, b) => a.from - b.from);
}

function stretchesOfPart(
  records: RecordTable,
  runs: PartRuns,
  part: Part,
  size: number,
  share: number,
): Stretch[] {
  const strips = share >= size ? [{ from: 0, to: size }] : stripsOf(size, share);
  const stretches: Stretch[] = [];
  let at = 0;
  let strip = 0;
  for (let run = 0; run < runs.length && strip < strips.length; run++) {
    if (runs.part(run) !== part) continue;
    const [from, to] = [runs.from(run), runs.to(run)];
    for (; strip < strips.length && strips[strip].from < at + to - from; strip++) {
      const first = Math.max(strips[strip].from - at, 0);
      const end = Math.min(strips[strip].to - at, to - from);
      if (first < end) stretches.push(stretchAt(records, from + first, from + end));
      if (strips[strip].to > at + to - from) break;
    }
    at += to - from;
  }
  return stretches;
}

/** Of `size` records in a row. */
function stripsOf(size: number, share: number): { from: number; to: number }[] {
  const random = seededRandom(seed);
  const count = Math.max(1, Math.floor(share / stretchRecords));
  const portion = size / count;
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor(i * portion + random() * Math.max(0, portion - stretchRecords));
    return { from, to: Math.min(size, from + stretchRecords) };
  });
}

function stretchAt(records: RecordTable, from: number, to: number): Stretch {
  return {
    source: records.sourceOfRecord(from as RecordIndex),
    from: from as RecordIndex,
    to: to as RecordIndex,
  };
}

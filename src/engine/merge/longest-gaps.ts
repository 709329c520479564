import type { RecordTable } from '../model/record-table';
import type { LineIndex, LineNumber, SourceIndex } from '../model/units';
import { MergedGroups } from './merged-groups';

const stepGroups = 65_536;
const mostGaps = 1000;

/** Lines are first lines of records: the one before the gap, through all sources, and the one behind it. */
export interface LongestGap {
  readonly before: LineIndex;
  readonly after: LineIndex;
  readonly milliseconds: number;
  /** Of `after`, as its file counts. */
  readonly source: SourceIndex;
  readonly line: LineNumber;
}

interface FoundGap {
  readonly before: number;
  readonly after: number;
  readonly milliseconds: number;
}

/**
 * The longest times between two records that follow each other in the order of `mergeOrder`, longest first, of equal ones the earlier;
 * between its keys, so that a clock set back and a single mangled stamp make no gap. At most 1,000. Yields as `mergeOrder` does.
 */
export function* longestGaps(
  records: RecordTable,
  limit: number,
  clockOffsets?: readonly number[],
): Generator<number, readonly LongestGap[]> {
  const groups = new MergedGroups(records, clockOffsets);
  const longest = new Longest(Math.min(limit, mostGaps));
  let [before, seconds, nanos] = [-1, Number.NaN, 0];
  let steps = 0;
  for (let group = groups.current; group !== undefined && group.timed >= 0; group = groups.current) {
    const milliseconds = (group.seconds - seconds) * 1000 + (group.nanos - nanos) / 1e6;
    if (milliseconds > 0) longest.offer(before, group.timed, milliseconds);
    ({ timed: before, seconds, nanos } = group);
    groups.advance();
    if (++steps % stepGroups === 0) yield steps / records.recordCount;
  }
  return longest.found.map((gap) => described(records, gap));
}

/** Few are kept of many, so that most are refused by one comparison. */
class Longest {
  readonly found: FoundGap[] = [];

  constructor(private readonly limit: number) {}

  offer(before: number, after: number, milliseconds: number): void {
    const { found, limit } = this;
    if (
      found.length >= limit &&
      !(milliseconds > (found[limit - 1]?.milliseconds ?? Number.POSITIVE_INFINITY))
    )
      return;
    let at = found.length;
    while (at > 0 && found[at - 1].milliseconds < milliseconds) at--;
    found.splice(at, 0, { before, after, milliseconds });
    if (found.length > limit) found.pop();
  }
}

function described(records: RecordTable, { before, after, milliseconds }: FoundGap): LongestGap {
  const line = records.firstLine.get(after) as LineIndex;
  const source = records.sourceOfLine(line);
  return {
    before: records.firstLine.get(before) as LineIndex,
    after: line,
    milliseconds,
    source,
    line: records.lineNumberIn(source, line),
  };
}

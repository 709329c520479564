import type { RecordIndex } from '../../model/units';
import type { RecordPassages } from '../normal/record-passages';
import { Strongest } from '../strongest';

/** Findings whose lines are read: of more nobody follows the threads. */
const mostRead = 1_000;
/** What stands further behind is payload. */
const longestRead = 600;

/** A finding's first record and what it is worth. */
interface Holder {
  readonly record: RecordIndex;
  readonly score: number;
}

/** The first lines of the strongest findings' records; undefined for the others. */
export function firstLinesOf(
  holders: readonly Holder[],
  passages: Pick<RecordPassages, 'firstLine'>,
): Map<RecordIndex, string> {
  const strongest = new Strongest<RecordIndex>(mostRead);
  for (const { record, score } of holders) strongest.offer(record, score);
  return new Map(
    strongest.inOrder().map((record) => [record, passages.firstLine(record).slice(0, longestRead)]),
  );
}

import type { RecordTable } from '../../model/record-table';
import type { LineIndex, RecordIndex } from '../../model/units';
import { eligibleRuns, type TimeRange } from '../time-range';
import type { LineKnowledge } from './bad-lines';
import type { FailureWords } from './line-evidence';
import type { LineWordings } from './line-wordings';
import { VaryingWordings } from './varying-wordings';
import type { WordingCounts } from './wording-counts';

interface Known {
  readonly records: RecordTable;
  readonly wordings: LineWordings;
  readonly words: FailureWords;
  readonly goods: readonly WordingCounts[];
  readonly range: TimeRange;
}

/** Which lines are nothing new: those of a good log, those that good logs differ in themselves, those outside the range. */
export function knownLines({ records, wordings, words, goods, range }: Known): LineKnowledge['isKnown'] {
  const varying = new VaryingWordings(wordings, words, goods);
  const asked = linesWithin(records, range);
  return (line) => {
    const wording = wordings.at(line);
    if (wordings.isOther(wording) || goods.some((good) => good.of(wording) > 0)) return true;
    return (asked !== undefined && asked[line] === 0) || varying.covers(wording);
  };
}

/** By line of the session, 1 where the bad log's line is in the range; undefined where all are. */
function linesWithin(records: RecordTable, range: TimeRange): Uint8Array | undefined {
  if (range.isOpen) return undefined;
  const within = new Uint8Array(records.lineCount);
  for (const { from, to } of eligibleRuns(records, range)) {
    const last = records.lastLine((to - 1) as RecordIndex);
    within.fill(1, records.firstLine.get(from) as LineIndex, last + 1);
  }
  return within;
}

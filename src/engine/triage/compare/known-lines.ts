import type { RecordTable } from '../../model/record-table';
import type { LineIndex, RecordIndex } from '../../model/units';
import { eligibleRuns, type TimeRange } from '../time-range';
import type { LineKnowledge } from './bad-lines';
import type { FailureWords } from './line-evidence';
import type { LineWordings } from './line-wordings';
import type { SourceTemplates } from './template-tables';
import { VaryingTemplates } from './varying-templates';

interface Known {
  readonly records: RecordTable;
  readonly wordings: LineWordings;
  readonly words: FailureWords;
  /** Template by signature. */
  readonly templateOf: Uint32Array;
  readonly goods: readonly SourceTemplates[];
  readonly range: TimeRange;
}

/** Which lines are nothing new: those of a good log, those that good logs differ in themselves, those outside the range. */
export function knownLines({
  records,
  wordings,
  words,
  templateOf,
  goods,
  range,
}: Known): LineKnowledge['isKnown'] {
  const sources = goods.map(({ lines }) => lines.source);
  const varying = new VaryingTemplates(records, templateOf, sources, wordings, words);
  const asked = linesWithin(records, range);
  return (line, record, score) => {
    const wording = wordings.at(line);
    if (wordings.isOther(wording) || goods.some((good) => good.lines.of(wording) > 0)) return true;
    if (record !== undefined && varying.covers(record, score)) return true;
    return asked !== undefined && asked[line] === 0;
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

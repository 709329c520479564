import type { EvidenceFocus } from '../../model/evidence-pack';
import type { RecordTable } from '../../model/record-table';
import { resolvedBound } from '../../model/time-bound';
import type { SourceIndex } from '../../model/units';
import { TimeRange } from '../time-range';

/** What lines out of focus are worth: the cause may stand before what was asked about. */
const outOfFocusShare = 0.1;

/** Lowers the value of the lines of a source that the pack is not about. */
export function applyFocus(
  value: Float32Array,
  focus: EvidenceFocus,
  records: RecordTable,
  source: SourceIndex,
  linesBefore: number,
): void {
  const isWithin =
    'firstLine' in focus ? withinLines(focus, linesBefore) : withinTime(focus, records, source);
  for (let line = 0; line < value.length; line++) if (!isWithin(line)) value[line] *= outOfFocusShare;
}

function withinLines(focus: { firstLine: number; lastLine: number }, linesBefore: number) {
  const first = focus.firstLine - linesBefore - 1;
  const last = focus.lastLine - linesBefore - 1;
  return (line: number) => line >= first && line <= last;
}

/** To be asked in order: a line without a time goes with the one before it. */
function withinTime(
  { from, until }: Extract<EvidenceFocus, { from: unknown }>,
  records: RecordTable,
  source: SourceIndex,
) {
  const range = new TimeRange(resolvedBound(from, records), resolvedBound(until, records));
  const { firstLine, firstRecord, records: count } = records.sources[source];
  let record = firstRecord as number;
  let within = range.isOpen;
  return (line: number) => {
    for (; record < firstRecord + count && records.firstLine.get(record) <= firstLine + line; record++) {
      if (records.time.has(record)) within = range.holds(records.time, record);
    }
    return within;
  };
}

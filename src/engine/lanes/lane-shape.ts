import type { FilterTest } from '../filter/filter';
import { type Severity, severities } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, RecordIndex } from '../model/units';
import type { TimeBins } from '../shape/time-bins';
import { offsetOf, type TimeWindow } from '../shape/time-window';
import type { LaneLink, LaneNaming } from './lane-naming';
import type { DrawnLanes } from './lanes';

export interface LaneShape {
  /** The strongest first. */
  readonly links: readonly LaneLink[];
  /** Lanes with a record in the window, shown or not. */
  readonly total: number;
  /** Records of the window that were looked at, of so many. */
  readonly lookedAt: number;
  readonly records: number;
  /** Undefined where no record has a time: columns are then equal stretches of the log's records. */
  readonly bins: TimeBins | undefined;
  /** Those with the worst findings first, then those with most errors, then the largest. */
  readonly lanes: readonly LaneFacts[];
  /** By lane, then by bin. */
  readonly counts: Uint32Array;
  /** By lane, then by bin: 0 nothing, 1 a record of level error, else 2 + the place of the worst finding in `severities`. */
  readonly marks: Uint8Array;
}

export interface LaneFacts {
  readonly name: string;
  /** Index in `links`; -1 of components. */
  readonly link: number;
  readonly records: number;
  readonly errors: number;
  readonly findings: number;
  readonly worst: Severity | null;
  /** Where its earliest and its latest record begin, and their times in nanoseconds in decimal, as clocks were set right. */
  readonly firstLine: LineIndex;
  readonly lastLine: LineIndex;
  readonly firstTime: string | null;
  readonly lastTime: string | null;
  readonly filter: FilterTest | null;
}

export function laneShape(
  table: RecordTable,
  drawn: DrawnLanes,
  naming: LaneNaming,
  clockOffsets: TimeWindow['clockOffsets'],
): LaneShape {
  const { total, records, lookedAt, bins, chosen, drawing } = drawn;
  const { counts, marks } = drawing;
  const lanes = [...chosen].map((lane, place) => ({
    ...sizeOf(drawn, lane),
    ...endsOf(table, drawing.first[place], drawing.last[place], clockOffsets),
    name: naming.nameOf(lane),
    link: naming.linkOf(lane),
    filter: naming.filterOf(lane),
  }));
  return { links: naming.links, total, records, lookedAt, bins: bins.bins, lanes, counts, marks };
}

function sizeOf({ tally }: DrawnLanes, lane: number) {
  const worst = tally.worst[lane];
  return {
    records: tally.counts[lane],
    errors: tally.errors[lane],
    findings: tally.findings[lane],
    worst: worst < 0 ? null : severities[worst],
  };
}

function endsOf(table: RecordTable, first: number, last: number, clockOffsets: TimeWindow['clockOffsets']) {
  const timeOf = (record: number): string | null => {
    const own = table.time.nanosecondsAt(record);
    const source = table.sourceOfRecord(record as RecordIndex);
    return own === null ? null : (own + offsetOf({ clockOffsets }, source)).toString();
  };
  return {
    firstLine: table.firstLine.get(first) as LineIndex,
    lastLine: table.firstLine.get(last) as LineIndex,
    firstTime: timeOf(first),
    lastTime: timeOf(last),
  };
}

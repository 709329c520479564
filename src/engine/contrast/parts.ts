import { timeSpan } from '../features/time-span';
import type { RecordTable, SourceRow } from '../model/record-table';
import { shiftedTime } from '../model/time-bound';
import { TimeRange } from '../triage/time-range';
import type { ContrastQuestion, ContrastWindow } from './contrast';
import { Part, PartRuns } from './part-runs';
import { noWindow, TimeRegions } from './time-regions';

/** Which records of the logs are in focus, which they are held against, and which window of the history each stands in. */
export interface Parts {
  /** At most 65,536 records each. */
  readonly runs: PartRuns;
  /** How many windows of the history what the focus is held against is worth: at least 1. */
  readonly againstWindows: number;
}

const longestRun = 1 << 16;
/** Jumping times make a run a record. */
const runsAStep = 1 << 14;

/**
 * One record without a time goes with the last time before it in its source; one before the first time is in no window but the
 * open one. Yields at least every 65,536 records.
 */
export function* partsOf(records: RecordTable, question: ContrastQuestion): Generator<void, Parts> {
  const { focus, against, clockOffsets = [] } = question;
  const span = timeSpan(records) ?? { fromMs: 0, untilMs: 0 };
  const widest = clockOffsets.reduce((most, offset) => Math.max(most, Math.abs(offset)), 0);
  const regions = new TimeRegions(
    { fromMs: span.fromMs - widest, untilMs: span.untilMs + widest },
    focus,
    against,
  );
  const runs = new PartRuns(regions.windowCount);
  for (const [index, source] of records.sources.entries()) {
    if (source.role !== 'log') continue;
    const offset = clockOffsets[index] ?? 0;
    const labels = new RegionLabels(records, regions, offset, { focus, against });
    yield* runsOf(source, labels, runs);
  }
  const { windowCount, windowLength } = regions;
  const length = against === null ? Number.POSITIVE_INFINITY : lengthOf(against);
  return { runs, againstWindows: Math.max(1, Math.min(windowCount, length / windowLength)) };
}

function* runsOf(source: SourceRow, labels: RegionLabels, runs: PartRuns): Generator<void, void> {
  const end = source.firstRecord + source.records;
  let from: number = source.firstRecord;
  let { part, window } = labels;
  for (let record = from; record < end; record++) {
    labels.advance(record);
    if (labels.part === part && labels.window === window && record - from < longestRun) continue;
    if (record > from) runs.push(from, record, part, window);
    if (record - from >= longestRun || runs.length % runsAStep === 0) yield;
    from = record;
    ({ part, window } = labels);
  }
  if (end > from) runs.push(from, end, part, window);
}

/** The part and window of one record after another; where times ascend, a look at the time is all it costs. */
class RegionLabels {
  part: Part;
  window: number = noWindow;
  private readonly focus: TimeRange;
  private readonly against: TimeRange | null;
  /** Times in between, both excluded, are in the same region as the last. */
  private low = Number.NaN;
  private high = Number.NaN;

  constructor(
    private readonly records: RecordTable,
    private readonly regions: TimeRegions,
    private readonly offset: number,
    { focus, against }: Pick<ContrastQuestion, 'focus' | 'against'>,
  ) {
    this.focus = rangeOf(focus, offset);
    this.against = against === null ? null : rangeOf(against, offset);
    this.part = this.partBefore();
  }

  advance(record: number): void {
    const { time } = this.records;
    const ms = time.millis(record) + this.offset;
    // False of NaN, which a record without a time has: it goes with the one before.
    if ((ms > this.low && ms < this.high) || Number.isNaN(ms)) return;
    const { edges, windows, isNear } = this.regions;
    const region = this.regions.regionOf(ms);
    const isSure = isNear[region] === 0;
    this.low = isSure ? (edges[region - 1] ?? Number.NEGATIVE_INFINITY) : Number.NaN;
    this.high = isSure ? (edges[region] ?? Number.POSITIVE_INFINITY) : Number.NaN;
    this.part = this.partOf(record);
    this.window = this.part === Part.focus ? noWindow : windows[region];
  }

  private partOf(record: number): Part {
    const { time } = this.records;
    if (this.focus.holds(time, record)) return Part.focus;
    return this.against === null || this.against.holds(time, record) ? Part.against : Part.neither;
  }

  private partBefore(): Part {
    if (this.focus.isOpen) return Part.focus;
    return this.against === null || this.against.isOpen ? Part.against : Part.neither;
  }
}

function rangeOf({ from, until }: ContrastWindow, offset: number): TimeRange {
  const shifted = (bound: bigint | null) => (bound === null ? null : shiftedTime(bound, -offset));
  return new TimeRange(shifted(from), shifted(until));
}

function lengthOf({ from, until }: ContrastWindow): number {
  return from === null || until === null ? Number.POSITIVE_INFINITY : Number(until - from) / 1e6;
}

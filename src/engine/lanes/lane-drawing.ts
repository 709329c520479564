import { Level } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { FoundRecords } from './found-records';
import type { LaneBins } from './lane-bins';
import type { LaneRecords } from './lane-records';

/** What a cell is marked by: nothing, a record of level error, or from here on the worst severity of its findings. */
const errorMark = 1;
const leastFindingMark = 2;

/** What chosen lanes show: by lane, then by bin. */
export class LaneDrawing {
  readonly counts: Uint32Array;
  readonly marks: Uint8Array;
  /** By lane: its earliest and its latest record; in a lane without times, as they were read. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Milliseconds as clocks were set right; NaN before the first record that has a time. */
  private readonly firstMs: Float64Array;
  private readonly lastMs: Float64Array;
  private readonly placeOf: Int32Array;

  constructor(
    private readonly table: RecordTable,
    private readonly laned: LaneRecords,
    private readonly found: FoundRecords,
    private readonly bins: LaneBins,
    chosen: Uint32Array,
  ) {
    this.counts = new Uint32Array(chosen.length * bins.count);
    this.marks = new Uint8Array(this.counts.length);
    this.first = new Int32Array(chosen.length).fill(-1);
    this.last = new Int32Array(chosen.length).fill(-1);
    this.firstMs = new Float64Array(chosen.length).fill(Number.NaN);
    this.lastMs = new Float64Array(chosen.length).fill(Number.NaN);
    this.placeOf = new Int32Array(laned.lanes).fill(-1);
    for (const [place, lane] of chosen.entries()) this.placeOf[lane] = place;
  }

  /** Adds the records `[from, to)`, of one source and one block of the columns. */
  add(from: number, to: number): void {
    const { laned, placeOf } = this;
    const { bins, millis } = this.bins.of(from, to);
    const lanes = laned.of(from, to);
    for (let record = from; record < to; record++) {
      const lane = lanes[record - from];
      const place = lane < 0 ? -1 : placeOf[lane];
      if (place < 0) continue;
      this.noteEnds(place, record, millis[record - from]);
      this.count(place, bins[record - from], record);
    }
    this.found.each(from, to, (record, severity) => {
      const lane = lanes[record - from];
      if (lane >= 0) this.mark(placeOf[lane], bins[record - from], severity);
    });
  }

  private count(place: number, bin: number, record: number): void {
    if (bin < 0) return;
    const { counts, marks } = this;
    const cell = place * this.bins.count + bin;
    counts[cell]++;
    if (marks[cell] === 0 && this.table.level.get(record) >= Level.error) marks[cell] = errorMark;
  }

  private mark(place: number, bin: number, severity: number): void {
    if (place < 0 || bin < 0) return;
    const cell = place * this.bins.count + bin;
    this.marks[cell] = Math.max(this.marks[cell], leastFindingMark + severity);
  }

  private noteEnds(place: number, record: number, ms: number): void {
    const { first, last, firstMs, lastMs } = this;
    const isTimed = !Number.isNaN(ms);
    const isUntimedLane = Number.isNaN(firstMs[place]);
    if (ms < firstMs[place] || (isUntimedLane && (isTimed || first[place] < 0))) {
      first[place] = record;
      firstMs[place] = ms;
    }
    if (ms >= lastMs[place] || isUntimedLane) {
      last[place] = record;
      lastMs[place] = ms;
    }
  }
}

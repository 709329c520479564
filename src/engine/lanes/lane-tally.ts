import { Level } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { FoundRecords } from './found-records';
import type { LaneRecords } from './lane-records';

/** What each lane holds within a window. */
export class LaneTally {
  readonly counts: Uint32Array;
  readonly errors: Uint32Array;
  readonly findings: Uint32Array;
  /** Place in `severities`; -1 without a finding. */
  readonly worst: Int8Array;
  /** Records of the window, and those of them that were looked at. */
  records = 0;
  lookedAt = 0;

  constructor(
    private readonly table: RecordTable,
    private readonly laned: LaneRecords,
    private readonly found: FoundRecords,
  ) {
    this.counts = new Uint32Array(laned.lanes);
    this.errors = new Uint32Array(laned.lanes);
    this.findings = new Uint32Array(laned.lanes);
    this.worst = new Int8Array(laned.lanes).fill(-1);
  }

  /** Adds the records `[from, to)`, at most 65,536. */
  add(from: number, to: number): void {
    const { counts, errors } = this;
    const { level } = this.table;
    const lanes = this.laned.of(from, to);
    this.records += to - from;
    this.lookedAt += this.laned.lookedAt(from, to);
    for (let record = from; record < to; record++) {
      const lane = lanes[record - from];
      if (lane < 0) continue;
      counts[lane]++;
      if (level.get(record) >= Level.error) errors[lane]++;
    }
    this.found.each(from, to, (record, severity) => this.addFinding(lanes[record - from], severity));
  }

  /** Lanes that hold a record: those with the worst findings first, then those with most errors, then the largest. */
  ranked(): Uint32Array {
    const { counts, errors, worst } = this;
    const present = Uint32Array.from(counts.keys()).filter((lane) => counts[lane] > 0);
    return present.sort(
      (a, b) => worst[b] - worst[a] || errors[b] - errors[a] || counts[b] - counts[a] || a - b,
    );
  }

  private addFinding(lane: number, severity: number): void {
    if (lane < 0) return;
    this.findings[lane]++;
    this.worst[lane] = Math.max(this.worst[lane], severity);
  }
}

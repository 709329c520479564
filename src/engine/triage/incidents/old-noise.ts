import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import type { Clue } from './clue';

/** Equal parts of the log, by records. */
const parts = 10;
/** Noise is in so many of them, the first two among them, and never so many times its usual part. */
const fewestParts = 8;
const mostTimesUsual = 4;
const fewestRecords = 10;
const stepRecords = 1 << 16;

/** A finding that is old noise, and how many records of the log have its wording. */
export interface LoudNoise {
  readonly clue: Clue;
  readonly records: number;
}

/** What was loud from the start and stays so: no trouble of today. */
export class OldNoise {
  /** By signature, its place among those looked at, from 1; 0 for the others. */
  private readonly places: Uint32Array;
  /** By place, a row of `parts` counts. */
  private counts = new Uint32Array();

  constructor(
    private readonly records: RecordTable,
    signatureCount: number,
  ) {
    this.places = new Uint32Array(signatureCount);
  }

  /** One pass over the log's records. */
  *count(clues: readonly Clue[]): Generator<void, void> {
    const { signature, sources } = this.records;
    let places = 0;
    for (const { episode } of clues) {
      const wanted = signature.get(episode.first);
      if (this.places[wanted] === 0) this.places[wanted] = ++places;
    }
    this.counts = new Uint32Array((places + 1) * parts);
    const logs = sources.filter(({ role }) => role === 'log');
    const share = parts / logs.reduce((sum, { records }) => sum + records, 0);
    let before = 0;
    for (const { firstRecord, records } of logs) {
      for (let from = 0; from < records; from += stepRecords) {
        const to = Math.min(records, from + stepRecords);
        this.countRun(firstRecord + from, firstRecord + to, (before - firstRecord) * share, share);
        yield;
      }
      before += records;
    }
  }

  /** Whether the record has a wording of which some finding is old noise. */
  isNoise(record: RecordIndex): boolean {
    return this.recordsLike(record) > 0;
  }

  /** Records of its wording, where that is old noise; else 0. */
  recordsLike(record: RecordIndex): number {
    const place = this.places[this.records.signature.get(record)];
    if (place === 0) return 0;
    const row = this.counts.subarray(place * parts, (place + 1) * parts);
    return isSteady(row) ? row.reduce((sum, count) => sum + count, 0) : 0;
  }

  /** Records `[from, to)`; record r is in the part `offset + r · share`. */
  private countRun(from: number, to: number, offset: number, share: number): void {
    const { signature } = this.records;
    for (let record = from; record < to; record++) {
      const place = this.places[signature.get(record)];
      if (place > 0) this.counts[place * parts + Math.min(parts - 1, Math.floor(offset + record * share))]++;
    }
  }
}

function isSteady(row: Uint32Array): boolean {
  if (row[0] + row[1] === 0) return false;
  const total = row.reduce((sum, count) => sum + count, 0);
  const usual = row.toSorted()[Math.floor(parts / 2)];
  const filled = row.filter((count) => count > 0).length;
  return (
    filled >= fewestParts && total >= fewestRecords && Math.max(...row) <= mostTimesUsual * Math.max(1, usual)
  );
}

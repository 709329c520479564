import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import type { Clue } from './clue';

/** Equal parts of the log, by records. */
const parts = 10;
/** Noise is in so many of them, the first two among them, and never so many times its usual part. */
const fewestParts = 8;
const mostTimesUsual = 4;
const fewestRecords = 10;

/** A finding that is old noise, and how many records of the log have its wording. */
export interface LoudNoise {
  readonly clue: Clue;
  readonly records: number;
}

/** What was loud from the start and stays so: no trouble of today. */
export class OldNoise {
  /** By signature, where it is looked at: a row of `parts` counts. */
  private readonly rows = new Map<number, Uint32Array>();

  /** By signature, what `recordsLike` said. */
  private readonly known = new Map<number, number>();

  constructor(private readonly records: RecordTable) {}

  /** One pass over the log's records. */
  *count(clues: readonly Clue[]): Generator<void, void> {
    const { signature, sources } = this.records;
    for (const { episode } of clues) this.rows.set(signature.get(episode.first), new Uint32Array(parts));
    const logs = sources.filter(({ role }) => role === 'log');
    const all = logs.reduce((sum, { records }) => sum + records, 0);
    let before = 0;
    for (const { firstRecord, records } of logs) {
      for (let at = 0; at < records; at++) {
        const row = this.rows.get(signature.get(firstRecord + at));
        if (row !== undefined) row[Math.floor(((before + at) * parts) / all)]++;
      }
      before += records;
      yield;
    }
  }

  /** Whether the record has a wording of which some finding is old noise. */
  isNoise(record: RecordIndex): boolean {
    return this.recordsLike(record) > 0;
  }

  /** Records of its wording, where that is old noise; else 0. */
  recordsLike(record: RecordIndex): number {
    const signature = this.records.signature.get(record);
    const known = this.known.get(signature);
    if (known !== undefined) return known;
    const row = this.rows.get(signature);
    const found = row !== undefined && isSteady(row) ? row.reduce((sum, count) => sum + count, 0) : 0;
    this.known.set(signature, found);
    return found;
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

import * as fc from 'fast-check';
import { Level } from '../../../src/engine/model/level';
import { RecordTable } from '../../../src/engine/model/record-table';
import type { ByteOffset, SignatureId, TemplateId } from '../../../src/engine/model/units';
import { momentOf } from '../../../src/engine/shape/moment';
import { TimeIndex } from '../../../src/engine/shape/time-index';
import { finish } from '../log-builder';

/** A record as a test writes it. */
export interface TimedRow {
  /** Nanoseconds since the epoch; null of a record without a time. */
  readonly at: bigint | null;
  readonly level?: Level;
  readonly signature?: number;
  readonly component?: number;
}

export interface TimedSource {
  readonly role?: 'log' | 'baseline';
  readonly rows: readonly TimedRow[];
}

/** Columns are kept by blocks of so many records. */
const blockRecords = 1 << 16;

/** One line a record. */
export function timedTable(sources: readonly TimedSource[]): RecordTable {
  const records = new RecordTable();
  for (const { role = 'log', rows } of sources) {
    records.openSource('made.log', role);
    for (const row of rows) pushRow(records, row);
  }
  return records;
}

/** The same with so many records before them that a block of the columns ends behind the first `before` of them: those of a baseline, which nothing counts. */
export function tableCutAfter(before: number, sources: readonly TimedSource[]): RecordTable {
  const filler = Array.from({ length: blockRecords - before }, () => ({ at: null }));
  return timedTable([{ role: 'baseline', rows: filler }, ...sources]);
}

export function indexOf(records: RecordTable): TimeIndex {
  return finish(TimeIndex.of(records));
}

/** Each signature is a template of its own, ids from 100 on. */
export function minedOf(signatureCount: number) {
  return { signatureCount, templateOf: (signature: SignatureId) => (signature + 100) as TemplateId };
}

export const second = 1_000_000_000n;
export const someTime = 1_780_000_000n * second;

/** Near each other, so that windows and bins meet them at their very bounds; now and then far off or none. */
export const anyTime: fc.Arbitrary<bigint | null> = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt(-30n, 30n).map((some) => someTime + some * 500_000_000n) },
  { weight: 2, arbitrary: fc.bigInt(-9n, 9n).map((some) => someTime + some) },
  { weight: 1, arbitrary: fc.bigInt(-20n, 20n).map((years) => someTime + years * 31_557_600n * second) },
  { weight: 2, arbitrary: fc.constant(null) },
);

export const anySources: fc.Arbitrary<TimedSource[]> = fc.array(
  fc.record({
    role: fc.constantFrom('log' as const, 'log' as const, 'baseline' as const),
    rows: fc.array(
      fc.record({
        at: anyTime,
        level: fc.constantFrom(...Object.values(Level)),
        signature: fc.nat(5),
      }),
      { maxLength: 12 },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Milliseconds, some with a fraction. */
export const anyOffsets: fc.Arbitrary<number[]> = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: -4000, max: 4000 }), fc.constantFrom(0.25, -1500.5)),
  { maxLength: 4 },
);

function pushRow(
  records: RecordTable,
  { at, level = Level.info, signature = 0, component = 0 }: TimedRow,
): void {
  const { seconds, nanos } = at === null ? { seconds: Number.NaN, nanos: 0 } : momentOf(at);
  const firstLine = records.pushLine((records.lineCount * 10) as ByteOffset, false);
  records.pushRecord({ firstLine, signature: signature as SignatureId, seconds, nanos, level, component });
}

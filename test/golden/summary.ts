import { createHash } from 'node:crypto';
import { levelName } from '../../src/engine/model/level';
import type { RecordIndex, SignatureId } from '../../src/engine/model/units';
import { type ReadSource, readSource } from '../engine/records/read-source';

/** What a golden file keeps of a corpus. */
export interface Summary {
  readonly format: string;
  readonly lines: number;
  readonly records: number;
  readonly timed: number;
  readonly firstTime: string | null;
  readonly lastTime: string | null;
  readonly levels: Readonly<Record<string, number>>;
  readonly components: Readonly<Record<string, number>>;
  /** Names of all fields that records were cut into. */
  readonly fields: readonly string[];
  /** `count pattern` in order of first appearance. */
  readonly templates: readonly string[];
  /** Over the line, time, level, component and pattern of every record. */
  readonly hash: string;
}

export function summarise(bytes: Buffer): Summary {
  const source = readSource([bytes]);
  const rows = Array.from({ length: source.records.recordCount }, (_, record) => rowOf(source, record));
  const times = rows.flatMap(({ time }) => time ?? []);
  return {
    format: source.reader.formatName,
    lines: source.records.lineCount,
    records: rows.length,
    timed: times.length,
    firstTime: times[0] ?? null,
    lastTime: times.at(-1) ?? null,
    levels: countsOf(rows.map(({ level }) => level)),
    components: countsOf(rows.map(({ component }) => component)),
    fields: fieldNames(source, bytes),
    templates: Object.entries(countsOf(rows.map(({ pattern }) => pattern))).map(
      ([pattern, count]) => `${count} ${pattern}`,
    ),
    hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16),
  };
}

function rowOf({ records, components, miner }: ReadSource, record: number) {
  const template = miner.templateOf(records.signature.get(record) as SignatureId);
  return {
    line: records.firstLine.get(record),
    time: isoNanos(records.time.nanosecondsAt(record)),
    level: levelName(records.levelAt(record as RecordIndex)),
    component: components.name(records.component.get(record)),
    pattern: miner.template(template).pattern,
  };
}

/** To the nanosecond: `2026-06-12T09:41:07.250000000`. */
function isoNanos(nanos: bigint | null): string | null {
  if (nanos === null) return null;
  const seconds = new Date(Number(nanos / 1_000_000_000n) * 1000).toISOString().slice(0, 19);
  return `${seconds}.${String(nanos % 1_000_000_000n).padStart(9, '0')}`;
}

function fieldNames({ records, cutter }: ReadSource, bytes: Buffer): string[] {
  const texts = { read: (_source: number, start: number, end: number) => bytes.subarray(start, end) };
  const names = new Set<string>();
  for (let record = 0; record < records.recordCount; record++)
    for (const { name } of cutter.cut(record as RecordIndex, texts).fields) names.add(name);
  return [...names].sort();
}

function countsOf(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

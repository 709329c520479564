import type { Analysis } from '../model/analysis';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, RecordIndex } from '../model/units';

/** Where trouble begins. */
export interface Onset {
  readonly record: RecordIndex;
  readonly line: LineIndex;
  /** Nanoseconds since the epoch in decimal, or null. */
  readonly time: string | null;
  /** What happens there: the record's message. */
  readonly text: string;
}

/**
 * The first unusual event of the worst incident: an outburst of errors is one too, and begins where their rate leaves its history.
 * Undefined where there is no incident.
 */
export function onsetOf(records: RecordTable, { incidents }: Analysis): Onset | undefined {
  const [worst] = incidents;
  const first = worst?.timeline.find(({ role }) => role === 'first') ?? worst?.timeline[0];
  if (first === undefined) return undefined;
  const line = records.lineOfNumber(first.source, first.line);
  const record = line === undefined ? undefined : records.recordOfLine(line);
  return line === undefined || record === undefined
    ? undefined
    : { record, line, time: first.time, text: first.text };
}

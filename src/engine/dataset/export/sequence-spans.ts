import type { RecordTable } from '../../model/record-table';
import type { TimeSpan } from '../split/time-split';
import type { SequenceCuts } from './cut-records';

/** Sequences between two steps. */
const stepSequences = 1 << 12;

interface SpannedSequences {
  readonly records: RecordTable;
  /** Ascending. */
  readonly kept: Uint32Array;
  readonly cuts: SequenceCuts;
}

/**
 * By place in `kept`, from which time until which its records go. One without a time stands where the one before it began; where there
 * is none at all the order of the log is all that is known of time. Yields so that others can work in between.
 */
export function* sequenceSpans({ records, kept, cuts }: SpannedSequences): Generator<void, TimeSpan[]> {
  const spans: TimeSpan[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [at, sequence] of kept.entries()) {
    if (at % stepSequences === 0) yield;
    const span = spanBy((record) => records.time.millis(record), cuts.recordsOf(sequence));
    before = span?.from ?? before;
    spans.push(span ?? { from: before, until: before });
  }
  return before === Number.NEGATIVE_INFINITY ? placesOf(kept, cuts) : spans;
}

function placesOf(kept: Uint32Array, cuts: SequenceCuts): TimeSpan[] {
  return Array.from(kept, (sequence) => {
    const own = cuts.recordsOf(sequence);
    return { from: own[0], until: own[own.length - 1] };
  });
}

/** Records of one log need not be in order of time. Undefined where none has a time. */
function spanBy(millis: (record: number) => number, own: Uint32Array): TimeSpan | undefined {
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const record of own) {
    const time = millis(record);
    if (time < from) from = time;
    if (time > until) until = time;
  }
  return from <= until ? { from, until } : undefined;
}

import type { RecordTable } from '../model/record-table';
import { clockOffset, precedes, SourceCursor } from './source-cursor';

/**
 * Logs, not baselines, as one in order of time. It stands on one group after the other: `current` is the source it is of,
 * undefined behind the last.
 */
export class MergedGroups {
  /** By source. */
  readonly cursors: readonly SourceCursor[];
  /** A binary heap: the earliest at the root. */
  private readonly heap: SourceCursor[];

  /** `clockOffsets`: milliseconds added to each source's times, by its index; none where left out. */
  constructor(records: RecordTable, clockOffsets: readonly number[] = []) {
    this.cursors = logSources(records).map(
      (source) => new SourceCursor(records, source, clockOffset(clockOffsets[source] ?? 0)),
    );
    this.heap = this.cursors.filter((cursor) => cursor.advance());
    for (let at = (this.heap.length >>> 1) - 1; at >= 0; at--) this.sink(at);
  }

  get current(): SourceCursor | undefined {
    return this.heap[0];
  }

  advance(): void {
    const { heap } = this;
    if (!heap[0].advance()) {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
    }
    this.sink(0);
  }

  private sink(from: number): void {
    const { heap } = this;
    const cursor = heap[from];
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < heap.length && precedes(heap[child + 1], heap[child])) child++;
      if (child >= heap.length || precedes(cursor, heap[child])) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = cursor;
  }
}

/** Baselines stand behind the logs. */
export function logSources({ sources }: RecordTable): readonly number[] {
  return sources.flatMap(({ role }, source) => (role === 'log' ? [source] : []));
}

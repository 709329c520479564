import type { ByteSpan } from '../files/readable-log';
import type { SegmentTask } from './segment-messages';
import { type ReadSegment, SegmentThread } from './segment-thread';

/** So many segments are asked of a thread at a time that it never waits for the next. */
const mostAsked = 2;
/** Read segments that wait for their turn, a thread: each takes a few megabytes. */
const mostAhead = 4;
/** Of what each of the threads would read alike: merging takes the rest of its time. */
const mergerShare = 0.9;

export interface SegmentPoolOptions {
  /** The built `segment-worker.js`. */
  readonly workerPath: string;
  /** The one that merges included: it reads as well. */
  readonly threads: number;
  /** Smaller files are read by one thread. */
  readonly leastBytes?: number;
  readonly segmentBytes?: number;
}

/** A fiftieth of a second of reading: a thread that starts late loses little, and messages are few. */
export const usualSegmentBytes = 8 << 20;

/** A tenth of a second of reading: as long as threads take to start. */
const leastBytes = 32 << 20;

export function isWorthThreads(log: { readonly size: number }, options: SegmentPoolOptions): boolean {
  return options.threads > 1 && log.size >= (options.leastBytes ?? leastBytes);
}

/**
 * Threads that read the spans of a file ahead of the one who merges them in order. The merger reads its share itself: a
 * thread less has to start and warm up, and a share less has to be merged. Also left to it are spans that no thread has
 * taken when their turn comes: while threads start, and where they cannot.
 */
export class SegmentPool {
  private readonly threads: readonly SegmentThread[];
  private readonly taken = new Map<number, Promise<ReadSegment | undefined>>();
  private turn = 0;
  private next = 0;
  private readonly share: number;

  constructor(
    private readonly spans: readonly ByteSpan[],
    task: SegmentTask,
    { workerPath, threads }: SegmentPoolOptions,
  ) {
    const start = () => new SegmentThread(workerPath, task, (thread) => this.feed(thread));
    this.share = mergerShare / threads;
    this.threads = Array.from({ length: threads - 1 }, start);
  }

  /** The span whose turn it is; call with 0, 1, 2 … Undefined: read it yourself. */
  async take(index: number): Promise<ReadSegment | undefined> {
    this.turn = index;
    this.next = Math.max(this.next, index + 1);
    for (const thread of this.threads) this.feed(thread);
    const segment = await this.taken.get(index);
    this.taken.delete(index);
    return segment;
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.stop()));
  }

  private feed(thread: SegmentThread): void {
    const limit = Math.min(this.spans.length, this.turn + 1 + this.threads.length * mostAhead);
    while (thread.ready && thread.load < mostAsked && this.next < limit) {
      const index = this.next++;
      if (this.isLeftToMerger(index)) continue;
      this.taken.set(index, thread.read({ index, span: this.spans[index] }));
    }
  }

  /** Spread evenly over the file. */
  private isLeftToMerger(index: number): boolean {
    return Math.floor(index * this.share) !== Math.floor((index - 1) * this.share);
  }
}

import type { ReaderDecision } from '../../engine/formats/reader-decision';
import type { ByteSpan } from '../files/readable-log';
import type { SegmentTask } from './segment-messages';
import { type ReadSegment, SegmentThread } from './segment-thread';
import { SpanRuns } from './span-runs';

/** So many segments are asked of a thread at a time that it never waits for the next. */
const mostAsked = 2;

export interface SegmentPoolOptions {
  /** The built `segment-worker.js`. */
  readonly workerPath: string;
  /** The one that merges included: it reads as well. */
  readonly threads: number;
  /** Smaller files are read by one thread. */
  readonly leastBytes?: number;
  readonly segmentBytes?: number;
}

/** A hundredth of a second of reading: nobody waits for longer, its columns stay in the second-level cache, and messages are few. */
export const usualSegmentBytes = 2 << 20;

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
  private readonly runs: SpanRuns;
  /** Whether the threads know how the file is read. */
  decided = false;

  constructor(
    private readonly spans: readonly ByteSpan[],
    { descriptor, textStart }: SegmentTask,
    { workerPath, threads }: SegmentPoolOptions,
  ) {
    const start = () =>
      new SegmentThread(workerPath, { descriptor, textStart }, (thread) => this.feed(thread));
    this.runs = new SpanRuns(spans.length, threads, mostAsked);
    this.threads = Array.from({ length: threads - 1 }, start);
  }

  /** How the file is read, as soon as its head has decided; until then nobody else reads. */
  decide(decision: ReaderDecision | undefined): void {
    if (decision === undefined) return;
    this.decided = true;
    for (const thread of this.threads) thread.decide(decision);
  }

  /** The span whose turn it is; call with 0, 1, 2 … Undefined: read it yourself. */
  async take(index: number): Promise<ReadSegment | undefined> {
    this.runs.moveTo(index);
    for (const thread of this.threads) this.feed(thread);
    const segment = await this.taken.get(index);
    this.taken.delete(index);
    return segment;
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.stop()));
  }

  private feed(thread: SegmentThread): void {
    while (thread.ready && thread.load < mostAsked) {
      const index = this.runs.claim();
      if (index === undefined) return;
      this.taken.set(index, thread.read({ index, span: this.spans[index] }));
    }
  }
}

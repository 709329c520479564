import { Worker } from 'node:worker_threads';
import type { ReaderDecision } from '../../engine/formats/reader-decision';
import { SegmentIds } from '../../engine/records/segment-ids';
import type { SegmentRows } from '../../engine/records/segment-rows';
import type { SegmentOrder, SegmentReply, SegmentRequest, SegmentTask } from './segment-messages';

/** A segment that was read, and what its numbers mean. */
export interface ReadSegment {
  readonly rows: SegmentRows;
  readonly ids: SegmentIds;
}

type Take = (segment: ReadSegment | undefined) => void;

/** One thread that reads segments. What it could not read it answers with undefined: whoever asked reads it then. */
export class SegmentThread {
  private readonly worker: Worker;
  private readonly ids = new SegmentIds();
  private readonly asked = new Map<number, Take>();
  private ended = false;
  private awake = false;
  private decided = false;

  /** `onIdle` hears that it can take more. */
  constructor(
    workerPath: string,
    task: SegmentTask,
    private readonly onIdle: (thread: SegmentThread) => void,
  ) {
    this.worker = new Worker(workerPath, { workerData: task });
    this.worker.on('message', (reply: SegmentReply) => this.hear(reply));
    this.worker.on('error', () => this.giveUp());
    this.worker.on('exit', () => this.giveUp());
  }

  /** Whether it can be asked: it has started, and knows how the file is read. */
  get ready(): boolean {
    return this.awake && this.decided && !this.ended;
  }

  /** Once, before anything is read. */
  decide(decision: ReaderDecision): void {
    this.decided = true;
    this.post({ decision });
  }

  /** Segments asked for and not read yet. */
  get load(): number {
    return this.asked.size;
  }

  read(request: SegmentRequest): Promise<ReadSegment | undefined> {
    if (this.ended) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.asked.set(request.index, resolve);
      this.post(request);
    });
  }

  /** Resolves when nothing reads the file any more. */
  async stop(): Promise<void> {
    this.giveUp();
    await this.worker.terminate();
  }

  private hear(reply: SegmentReply): void {
    if (reply === 'ready') this.awake = true;
    else {
      this.ids.learn(reply.rows);
      this.asked.get(reply.index)?.({ rows: reply.rows, ids: this.ids });
      this.asked.delete(reply.index);
    }
    if (!this.ended) this.onIdle(this);
  }

  private post(order: SegmentOrder): void {
    this.worker.postMessage(order);
  }

  private giveUp(): void {
    this.ended = true;
    for (const take of this.asked.values()) take(undefined);
    this.asked.clear();
  }
}

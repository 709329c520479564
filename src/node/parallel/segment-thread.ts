import { Worker } from 'node:worker_threads';
import { SegmentIds } from '../../engine/records/segment-ids';
import type { SegmentRows } from '../../engine/records/segment-rows';
import type { SegmentReply, SegmentRequest, SegmentTask } from './segment-messages';

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
  ready = false;

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

  /** Segments asked for and not read yet. */
  get load(): number {
    return this.asked.size;
  }

  read(request: SegmentRequest): Promise<ReadSegment | undefined> {
    if (this.ended) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.asked.set(request.index, resolve);
      this.worker.postMessage(request);
    });
  }

  /** Resolves when nothing reads the file any more. */
  async stop(): Promise<void> {
    this.giveUp();
    await this.worker.terminate();
  }

  private hear(reply: SegmentReply): void {
    if (reply === 'ready') this.ready = true;
    else {
      this.ids.learn(reply.rows);
      this.asked.get(reply.index)?.({ rows: reply.rows, ids: this.ids });
      this.asked.delete(reply.index);
    }
    if (!this.ended) this.onIdle(this);
  }

  private giveUp(): void {
    this.ended = true;
    this.ready = false;
    for (const take of this.asked.values()) take(undefined);
    this.asked.clear();
  }
}

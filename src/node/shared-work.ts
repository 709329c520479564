import { untilAborted } from './sources/until-aborted';

/** Work that several may wait for: who gives up waits no more, and it is given up with the last of them. */
export class SharedWork<Value> {
  private readonly abort = new AbortController();
  private readonly value: Promise<Value>;
  private waiting = 0;
  private state: 'running' | 'done' | 'failed' = 'running';

  constructor(work: (signal: AbortSignal) => Promise<Value>) {
    this.value = work(this.abort.signal);
    this.value.then(
      () => {
        this.state = 'done';
      },
      () => {
        this.state = 'failed';
      },
    );
  }

  /** Nothing comes of it any more: it failed, or all who waited for it gave up. */
  get isOver(): boolean {
    return this.state === 'failed' || this.abort.signal.aborted;
  }

  /** Rejects as the work does, or with the signal's reason. */
  async wait(signal: AbortSignal = new AbortController().signal): Promise<Value> {
    this.waiting++;
    try {
      return await untilAborted(this.value, signal);
    } finally {
      if (--this.waiting === 0 && this.state === 'running') this.abort.abort();
    }
  }
}

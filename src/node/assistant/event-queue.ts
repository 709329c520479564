/** What one side tells as it happens and the other takes at its own pace, in order; nothing is lost and nobody waits to tell. */
export class EventQueue<Event> {
  private readonly waiting: Event[] = [];
  private isClosed = false;
  private failure: unknown;
  private wake: () => void = () => undefined;

  push(event: Event): void {
    this.waiting.push(event);
    this.wake();
  }

  /** What was told before is still taken. */
  close(): void {
    this.isClosed = true;
    this.wake();
  }

  /** As `close`; whoever takes the last event then gets the error. */
  fail(error: unknown): void {
    this.failure = error;
    this.close();
  }

  /** For one taker. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void> {
    for (;;) {
      const events = this.waiting.splice(0);
      yield* events;
      if (this.waiting.length > 0) continue;
      if (this.isClosed) break;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.failure !== undefined) throw this.failure;
  }
}

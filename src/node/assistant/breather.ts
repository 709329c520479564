import { setImmediate } from 'node:timers/promises';

/** How long a burst of pieces is worked on, in seconds, before others on the thread are let in. */
const longestStretch = 0.008;
/** Where the clock stands still. */
const mostPieces = 200;

/** Many pieces that come at once are no reason to hold the thread. */
export class Breather {
  private since: number;
  private pieces = 0;

  constructor(private readonly now: () => number) {
    this.since = now();
  }

  async breathe(): Promise<void> {
    if (++this.pieces < mostPieces && this.now() - this.since < longestStretch) return;
    await setImmediate();
    this.pieces = 0;
    this.since = this.now();
  }
}

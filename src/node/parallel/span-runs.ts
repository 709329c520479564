/** Spans that the merger reads itself between two runs of the others. */
const usualGap = 4;
/** Spans read ahead of the merger that it has not come to, a thread: each takes less than a megabyte. */
const mostAhead = 16;

/**
 * Which spans of a file others read while the merger takes all in order and reads what nobody else has: they read a run of spans a
 * gap ahead of it, and jump a gap further shortly before it comes there. So a run is as long as they get while the
 * merger reads a gap: whoever is slower, for new templates, cold code or another process, reads less, and nobody waits.
 * With a share fixed beforehand the merger waited a tenth of its time.
 */
export class SpanRuns {
  /** Spans before are taken, or the merger's. */
  private next = 0;
  private runStart = 0;
  private turn = 0;

  /**
   * `count` spans; of `threads` threads one is the merger; the others ask for `asked` spans each before they have read
   * the first of them.
   */
  constructor(
    private readonly count: number,
    private readonly threads: number,
    private readonly asked: number,
  ) {}

  /** The merger has come to this span. */
  moveTo(turn: number): void {
    this.turn = turn;
    this.next = Math.max(this.next, turn + 1);
  }

  /** A span for one of the others; undefined as long as there is none. The last is the merger's: no line feed may close it. */
  claim(): number | undefined {
    // Whatever is asked for at this point is read before the merger comes to the run, at the same speed.
    if (this.turn >= this.runStart - this.asked) this.jump();
    const limit = Math.min(this.count - 1, this.turn + usualGap + (this.threads - 1) * mostAhead);
    return this.next < limit ? this.next++ : undefined;
  }

  /** At the end of the file gaps shrink, so that all end together. */
  private jump(): void {
    const share = Math.floor((this.count - this.next) / this.threads);
    this.next += Math.max(1, Math.min(usualGap, share));
    this.runStart = this.next;
  }
}

const never = 0xffffffff;

/**
 * In how many separate stretches of the log each kind occurs: occurrences less than `quiet` records apart
 * are one episode. Twenty lines spread over a day are routine, twenty in one second are an event.
 */
export class EpisodeCounts {
  readonly counts: Uint32Array;
  private readonly last: Uint32Array;

  constructor(
    kinds: number,
    private readonly quiet: number,
  ) {
    this.counts = new Uint32Array(kinds);
    this.last = new Uint32Array(kinds).fill(never);
  }

  /** Records must come in ascending order. */
  note(kind: number, record: number): void {
    if (this.last[kind] === never || record - this.last[kind] >= this.quiet) this.counts[kind]++;
    this.last[kind] = record;
  }
}

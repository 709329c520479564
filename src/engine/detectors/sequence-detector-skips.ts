/** An event that a session lacks though what it has calls for it, and though nothing stands in its place. */
export interface Skip {
  /** Index among the sessions. */
  readonly session: number;
  readonly event: number;
  /** Index of the event before which it usually comes; the session's length where none that does follows. */
  readonly position: number;
  /** The event that calls for it, of those that do the one that says most. */
  readonly given: number;
  /** Other sessions with `given`, and those among them that have the event too. */
  readonly compared: number;
  readonly having: number;
  /** −log10 of the chance. */
  readonly decades: number;
}

/** Sessions that must show it before an event calls for another, and the share of them that do. */
const fewestShowing = 50;
const callingShare = 0.9;
/** What so few of the sessions with an event have leads elsewhere: they are another path, with its own events. */
const pathShare = 0.05;
/** What comes after another in so many sessions with both is its successor. */
const followingShare = 0.9;
/** Events compared with each other, the commonest: a table of 256 KB. */
const mostEvents = 256;
/** So many skips, and a place of theirs, make an episode. */
const fewestTogether = 3;

/**
 * Finds steps that sessions skip, in a log that holds skips and other oddities itself. What an event calls for is learned from
 * how often two events stand in one session: where nearly all sessions with the one have the other, a session without
 * it is odd, unless it has something that the others lack: then it took another path. Skips that come together are odder
 * than as many spread over the log. `sequences`: events of sessions in the order they begin.
 */
export function skipsOf(sequences: readonly ArrayLike<number>[]): Skip[] {
  const table = new PairTable(sequences);
  const found = new Map<number, Candidate[]>();
  for (const [session, events] of table.sets.entries()) {
    for (const candidate of table.missingIn(events, session)) {
      const key = candidate.given * mostEvents + candidate.event;
      const known = found.get(key);
      if (known === undefined) found.set(key, [candidate]);
      else known.push(candidate);
    }
  }
  const best = new Map<number, Skip>();
  for (const skips of found.values()) {
    for (const skip of table.judged(skips)) {
      const known = best.get(skip.session);
      if (known === undefined || known.decades < skip.decades) best.set(skip.session, skip);
    }
  }
  return [...best.values()];
}

/** Events are numbered by how common they are. */
interface Candidate {
  readonly session: number;
  readonly event: number;
  readonly given: number;
}

class PairTable {
  /** By session: its distinct events; `mostEvents` stands for one that is not among the commonest. */
  readonly sets: readonly Uint16Array[];
  private readonly events: readonly number[];
  /** Sessions with both, by row and column; on the diagonal those with the event. */
  private readonly both: Uint32Array;
  /** Of these the ones in which the row's event first comes before the column's. */
  private readonly before: Uint32Array;
  /** By event: those it calls for. */
  private readonly calls: readonly (readonly number[])[];
  /** By event, ascending. */
  private readonly sessionsWith: readonly number[][];

  constructor(private readonly sequences: readonly ArrayLike<number>[]) {
    this.events = commonEvents(sequences);
    const numbers = new Map(this.events.map((event, number) => [event, number]));
    this.sets = sequences.map((sequence) =>
      Uint16Array.from(new Set(Array.from(sequence, (event) => numbers.get(event) ?? mostEvents))),
    );
    const width = this.events.length;
    this.both = new Uint32Array(width * width);
    this.before = new Uint32Array(width * width);
    for (const set of this.sets) this.count(set);
    this.calls = this.events.map((_, given) => this.calledBy(given));
    this.sessionsWith = this.events.map(() => []);
    for (const [session, set] of this.sets.entries())
      for (const event of set) this.sessionsWith[event]?.push(session);
  }

  private calledBy(given: number): number[] {
    if (this.showing(given) < fewestShowing) return [];
    const least = callingShare * this.showing(given);
    return [...this.events.keys()].filter((event) => event !== given && this.having(given, event) >= least);
  }

  /** The set is in the order its events first come. */
  private count(set: Uint16Array): void {
    const width = this.events.length;
    for (const [i, a] of set.entries()) {
      if (a === mostEvents) continue;
      this.both[a * width + a]++;
      for (const b of set.subarray(i + 1)) {
        if (b === mostEvents) continue;
        this.both[a * width + b]++;
        this.both[b * width + a]++;
        this.before[a * width + b]++;
      }
    }
  }

  *missingIn(events: Uint16Array, session: number): Generator<Candidate> {
    if (events.includes(mostEvents)) return;
    for (const given of events) {
      const missing = this.calls[given].filter((event) => !events.includes(event));
      if (missing.length === 0 || this.isElsewhere(events, given)) continue;
      for (const event of missing) yield { session, event, given };
    }
  }

  /** Skips of one event, given one other, in the order of sessions. */
  judged(skips: readonly Candidate[]): Skip[] {
    const [{ given, event }] = skips;
    const compared = this.showing(given);
    const alone = Math.log10((compared + 1) / (skips.length + 0.5));
    const decades = Math.max(alone, this.decadesTogether(skips, compared));
    const told = { event: this.events[event], given: this.events[given] };
    const having = this.having(given, event);
    return skips.map(({ session }) => {
      const position = this.placeOf(event, session);
      return { session, position, ...told, compared: compared - 1, having, decades };
    });
  }

  /** Where the event should have come by: at the first one that usually follows it. */
  private placeOf(event: number, session: number): number {
    const width = this.events.length;
    const follows = (other: number) =>
      this.before[event * width + other] >= followingShare * Math.max(1, this.having(event, other));
    const follower = this.sets[session].find((other) => follows(other));
    const sequence = Array.from(this.sequences[session]);
    return follower === undefined ? sequence.length : sequence.indexOf(this.events[follower]);
  }

  /** That k of n sessions stand within w by chance has a probability of about n (w / n)^(k − 1). */
  private decadesTogether(skips: readonly Candidate[], compared: number): number {
    if (skips.length < fewestTogether) return 0;
    const [first, last] = [skips[0].session, skips[skips.length - 1].session];
    const showing = this.sessionsWith[skips[0].given];
    const within = showing.indexOf(last) - showing.indexOf(first) + 1;
    return -Math.log10(compared) - (skips.length - 1) * Math.log10(within / compared);
  }

  private isElsewhere(events: Uint16Array, given: number): boolean {
    return events.some((event) => this.having(given, event) < pathShare * this.showing(given));
  }

  private showing(event: number): number {
    return this.having(event, event);
  }

  private having(given: number, event: number): number {
    return this.both[given * this.events.length + event];
  }
}

function commonEvents(sequences: readonly ArrayLike<number>[]): number[] {
  const counts = new Map<number, number>();
  for (const sequence of sequences)
    for (const event of new Set(Array.from(sequence))) counts.set(event, (counts.get(event) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostEvents)
    .map(([event]) => event);
}

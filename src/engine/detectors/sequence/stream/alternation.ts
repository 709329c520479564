import { type EventStream, segmentsOf } from './event-stream';

/** Once between one and the next of `first` comes `second`. */
export interface Alternation {
  readonly first: number;
  readonly second: number;
  /** Mean positions from the one to the other. */
  readonly lag: number;
  /** A baseline shows it often enough to say what is usual … */
  readonly isKnown: boolean;
  /** … and `times` are those it was looked at there; else in the log. */
  readonly times: number;
  /** Of these the times it did not hold. */
  readonly unlike: number;
  /** Those in the log. */
  readonly breaks: readonly Break[];
}

/** Where an alternation does not hold. */
export interface Break {
  /**
   * No `second` between two of `first`, or after the last; one too many; one too many and then none, so that it came before
   * its `first`.
   */
  readonly kind: 'missing' | 'unended' | 'extra' | 'swapped';
  /** Position of a `first`, and of the next one or the segment's end. */
  readonly from: number;
  readonly to: number;
  /** Position of the `second` that is too many; else `to`. */
  readonly at: number;
}

/** Fewer times have not shown that it always is so. */
export const fewestTimes = 50;
/** What breaks more often is no rule. */
const mostUnlike = 0.02;
/** A rule's events lie so close, on both sides of a break, to the next `first`: else two clocks drift past each other. */
const widestLag = 0.75;
/** Delays that differ by less do not say which event is the cause. */
const alikeLags = 0.8;
/** What is late by up to so many turns comes all the same: turns overlap. */
const latestTurns = 4;
/** The log must go on so many times longer than it ever took, and for so many records, before a last end stays away. */
const waitedLags = 3;
const waitedEvents = 20;
/** Events compared with one: those whose counts are next to its own. */
const mostPartners = 12;

/** Positions by event, for events that come often enough. */
type Positions = ReadonlyMap<number, Uint32Array>;

/** Which events take turns, and where they fail to. Yields now and then. */
export function* alternationsOf(stream: EventStream): Generator<void, Alternation[]> {
  const positions = positionsOf(stream.events);
  const segments = segmentsOf(stream);
  const places = { stream, segments, positions, showsKnown: stream.isKnown.includes(1) };
  const ranked = [...positions]
    .map(([event, all]) => ({ event, first: all[0], times: timesShown(places, all) }))
    .sort((a, b) => a.times - b.times || a.first - b.first);
  const found: Alternation[] = [];
  for (const [i, { event, times }] of ranked.entries()) {
    for (const { event: other, times: its } of ranked.slice(i + 1, i + 1 + mostPartners)) {
      if (its - times > Math.max(2, mostUnlike * times)) break;
      const alternation = judged(places, event, other);
      if (alternation !== undefined) found.push(alternation);
    }
    yield;
  }
  return found;
}

function positionsOf(events: Uint32Array): Positions {
  const counts = new Map<number, number>();
  for (const event of events) counts.set(event, (counts.get(event) ?? 0) + 1);
  const positions = new Map<number, Uint32Array>();
  for (const [event, count] of counts) if (count > fewestTimes) positions.set(event, new Uint32Array(count));
  const filled = new Map<number, number>();
  for (let position = 0; position < events.length; position++) {
    const own = positions.get(events[position]);
    if (own === undefined) continue;
    const at = filled.get(events[position]) ?? 0;
    own[at] = position;
    filled.set(events[position], at + 1);
  }
  return positions;
}

interface Places {
  readonly stream: EventStream;
  readonly segments: Uint32Array;
  readonly positions: Positions;
  /** A baseline says what is usual. */
  readonly showsKnown: boolean;
}

/** Times in what says what is usual. */
function timesShown({ stream, segments, showsKnown }: Places, positions: Uint32Array): number {
  if (!showsKnown) return positions.length;
  return positions.reduce((times, position) => times + stream.isKnown[segments[position]], 0);
}

/** The direction in which the one follows the other closer is that of cause and effect; where both do, the log begins with the cause. */
function judged(places: Places, one: number, other: number): Alternation | undefined {
  const there = windowsOf(places, one, other);
  const back = windowsOf(places, other, one);
  if (there === undefined || back === undefined) return undefined;
  const isAlike = Math.min(there.delay, back.delay) >= alikeLags * Math.max(there.delay, back.delay);
  const comesFirst = (places.positions.get(one)?.[0] ?? 0) < (places.positions.get(other)?.[0] ?? 0);
  return (isAlike ? comesFirst : there.delay < back.delay)
    ? alternation(places, one, other, there)
    : alternation(places, other, one, back);
}

/** From one `first` to the next, or to its segment's end. */
interface Windows {
  /** By window: how many of `second`. */
  readonly counts: Uint32Array;
  /** Position of the first of `second`, and of the one behind it; 0 where there is none. */
  readonly seconds: Uint32Array;
  readonly thirds: Uint32Array;
  readonly ends: Uint32Array;
  /** By window: 1 where it ends with its segment. */
  readonly isCut: Uint8Array;
  /** Positions from `first` to `second`, on average and at most. */
  readonly lag: number;
  readonly longestLag: number;
  /** The same by the clock, on average. */
  readonly delay: number;
}

/** Undefined where too many windows hold none or several. */
function windowsOf(
  { stream, segments, positions, showsKnown }: Places,
  first: number,
  second: number,
): Windows | undefined {
  const firsts = positions.get(first) ?? new Uint32Array(0);
  const others = positions.get(second) ?? new Uint32Array(0);
  const columns = () => new Uint32Array(firsts.length);
  const windows = { counts: columns(), seconds: columns(), thirds: columns(), ends: columns() };
  const isCut = new Uint8Array(firsts.length);
  const most = Math.max(1, mostUnlike * firsts.length);
  let [lags, delays, single, unlike, longestLag, next] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < firsts.length; i++) {
    const segmentEnd = stream.starts[segments[firsts[i]] + 1];
    isCut[i] = i + 1 < firsts.length && firsts[i + 1] < segmentEnd ? 0 : 1;
    const end = isCut[i] === 1 ? segmentEnd : firsts[i + 1];
    windows.ends[i] = end;
    while (next < others.length && others[next] < firsts[i]) next++;
    const from = next;
    while (next < others.length && others[next] < end) next++;
    windows.counts[i] = next - from;
    if (next > from) windows.seconds[i] = others[from];
    if (next > from + 1) windows.thirds[i] = others[from + 1];
    if (next === from + 1) {
      const lag = others[from] - firsts[i];
      lags += lag;
      delays += stream.clock[others[from]] - stream.clock[firsts[i]];
      single++;
      if (lag > longestLag) longestLag = lag;
    } else if (isCut[i] === 0 && (!showsKnown || stream.isKnown[segments[firsts[i]]] === 1)) {
      if (++unlike > most) return undefined;
    }
  }
  return single === 0
    ? undefined
    : { ...windows, isCut, lag: lags / single, delay: delays / single, longestLag };
}

function alternation(
  { stream, segments, positions }: Places,
  first: number,
  second: number,
  windows: Windows,
): Alternation | undefined {
  const firsts = positions.get(first) ?? new Uint32Array(0);
  const isKnown = (i: number) => stream.isKnown[segments[firsts[i]]] === 1;
  const { counts, isCut } = windows;
  const tally = { known: { times: 0, unlike: 0 }, log: { times: 0, unlike: 0 } };
  for (let i = 0; i < firsts.length; i++) {
    if (isCut[i] === 1) continue;
    const own = isKnown(i) ? tally.known : tally.log;
    own.times++;
    if (counts[i] !== 1) own.unlike++;
  }
  const byKnown = tally.known.times >= fewestTimes;
  const shown = byKnown ? tally.known : tally.log;
  if (shown.times < fewestTimes || shown.unlike > Math.max(1, mostUnlike * shown.times)) return undefined;
  const breaks = breaksOf({ firsts, clock: stream.clock }, windows).filter(({ window }) => !isKnown(window));
  return { first, second, lag: windows.lag, ...shown, isKnown: byKnown, breaks };
}

/** Positions of `first`, and the stream's clock. */
interface Turns {
  readonly firsts: Uint32Array;
  readonly clock: Float64Array;
}

interface WindowBreak extends Break {
  readonly window: number;
}

/** None and soon two is one that is late, two and then none one that is early; two and later none are neither. */
function breaksOf(turns: Turns, windows: Windows): WindowBreak[] {
  const { firsts } = turns;
  const { counts, isCut, ends, thirds } = windows;
  const breaks: WindowBreak[] = [];
  for (let i = 0; i < firsts.length; i++) {
    if (counts[i] === 1) continue;
    const place = { window: i, from: firsts[i], to: ends[i] };
    const settled = settledAt(windows, i);
    if (isCut[i] === 1) {
      if (counts[i] === 0 && staysAway(place, windows))
        breaks.push({ kind: 'unended', ...place, at: ends[i] });
    } else if (isClose(turns, windows, i - 1) && isClose(turns, windows, (settled ?? i) + 1)) {
      if (settled === undefined && counts[i] === 0) breaks.push({ kind: 'missing', ...place, at: ends[i] });
      else if (settled === undefined) breaks.push({ kind: 'extra', ...place, at: thirds[i] });
      else if (settled === i + 1 && counts[i] > 1) breaks.push({ kind: 'swapped', ...place, at: thirds[i] });
    }
    i = settled ?? i;
  }
  return breaks;
}

/** The window that makes up for one that holds none, or several; undefined where none does soon. */
function settledAt({ counts, isCut }: Windows, window: number): number | undefined {
  for (let i = window + 1; i <= window + latestTurns && i < counts.length && isCut[i - 1] === 0; i++) {
    if (counts[i] === 1) continue;
    const isOpposite = counts[i] > 1 !== counts[window] > 1;
    return isOpposite && (counts[i] > 1 || isCut[i] === 0) ? i : undefined;
  }
  return undefined;
}

/** The last one: the log goes on for long enough. */
function staysAway({ from, to }: { from: number; to: number }, { longestLag }: Windows): boolean {
  return to - from > Math.max(waitedEvents, waitedLags * longestLag);
}

function isClose({ firsts, clock }: Turns, { seconds, counts, isCut, ends }: Windows, i: number): boolean {
  if (i < 0 || i >= firsts.length || isCut[i] === 1 || counts[i] !== 1) return true;
  const begin = clock[firsts[i]];
  return clock[seconds[i]] - begin <= widestLag * (clock[ends[i]] - begin);
}

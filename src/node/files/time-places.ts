import type { ByteSpan } from './readable-log';
import type { TimedPlace, TimeProbe } from './time-probe';

/** Evenly spread; a stretch out of order that is shorter than a thousandth of the file may lie between two. */
const probes = 1000;
/** Where more places than these, and than those with a time, have none, order says little; looking on would cost a MiB each. */
const mostUntimed = 16;
/** Threads write late, and hosts' clocks differ: records this much earlier than one before them are in order. */
const toleranceSeconds = 60;
/** Bisection ends where reading the rest costs less than looking again. */
const nearBytes = 128 << 10;

/** Seconds since the epoch; both belong to the range. */
export interface SecondsRange {
  readonly from: number;
  readonly until: number;
}

/** Times at places spread over a file that is in order of time, as far as they tell. */
export class TimePlaces {
  private constructor(
    private readonly probe: TimeProbe,
    private readonly places: readonly TimedPlace[],
    private readonly latest: number,
    private readonly size: number,
  ) {}

  /** Undefined where the file is not in order of time, or has too few times to say. */
  static of(probe: TimeProbe, size: number): TimePlaces | undefined {
    const places: TimedPlace[] = [];
    let untimed = 0;
    let latest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i <= probes; i++) {
      const place = i < probes ? probe.after(Math.floor((size / probes) * i)) : probe.last();
      if (place === undefined) {
        if (++untimed > mostUntimed && untimed > places.length) return undefined;
        continue;
      }
      if (place.seconds < latest - toleranceSeconds) return undefined;
      latest = Math.max(latest, place.seconds);
      if (places.length === 0 || place.offset > places[places.length - 1].offset) places.push(place);
    }
    return places.length === 0 ? undefined : new TimePlaces(probe, places, latest, size);
  }

  /** Whether the first record is later than the range. */
  beginsBehind({ until }: SecondsRange): boolean {
    return this.places[0].seconds > until + toleranceSeconds;
  }

  /** Whether the last is earlier. */
  endsBefore({ from }: SecondsRange): boolean {
    return this.latest < from - toleranceSeconds;
  }

  /**
   * A span that all records within the range are in, by a few hundred KiB too long. It begins at the file's beginning or where
   * a record with a time does.
   */
  spanOf({ from, until }: SecondsRange): ByteSpan {
    const start = this.boundary((seconds) => seconds < from - toleranceSeconds);
    const end = this.boundary((seconds) => seconds <= until + toleranceSeconds);
    return { start: start.before, end: end.behind };
  }

  /** Between which two places the answer changes from true to false: it is true first. */
  private boundary(isBefore: (seconds: number) => boolean): { before: number; behind: number } {
    const next = this.places.findIndex(({ seconds }) => !isBefore(seconds));
    const last = this.places.length - 1;
    if (next === 0) return { before: 0, behind: this.places[0].offset };
    let before = this.places[next < 0 ? last : next - 1].offset;
    let behind = next < 0 ? this.size : this.places[next].offset;
    while (behind - before > nearBytes) {
      const middle = Math.floor((before + behind) / 2);
      const place = this.probe.after(middle);
      if (place === undefined || place.offset >= behind) behind = middle;
      else if (isBefore(place.seconds)) before = place.offset;
      else behind = middle;
    }
    return { before, behind };
  }
}

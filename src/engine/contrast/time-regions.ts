import type { TimeSpan } from '../features/time-span';
import type { ContrastWindow } from './contrast';

/** Milliseconds as a double are this exact at the least; nearer to a bound of a window, nanoseconds decide. */
const exactMs = 0.01;
/** With fewer windows of history what is usual is a guess: where the focus is long, they are shorter than it is. */
const fewestWindows = 16;
/** More say nothing that fewer do not, and each costs a pass over what stands in it. */
const mostWindows = 1 << 14;

/** No window of the history. */
export const noWindow = -1;

/**
 * The time of a log cut at the bounds of what is compared and at those of its history: windows as long as the focus, laid
 * end to end on both sides of it. The two beside it are no history: what is in focus may reach into them.
 *
 * Region i lies between edge i - 1 and edge i; times within a hundredth of a millisecond of a bound are in regions of their own, where
 * only nanoseconds can tell.
 */
export class TimeRegions {
  /** Milliseconds since the epoch, ascending. */
  readonly edges: Float64Array;
  /** By region: the window of the history it is in, or `noWindow`. */
  readonly windows: Int32Array;
  /** By region: 1 where a bound is so near that nanoseconds must decide. */
  readonly isNear: Uint8Array;
  readonly windowCount: number;
  /** Milliseconds. */
  readonly windowLength: number;
  readonly focusLength: number;

  constructor(span: TimeSpan, focus: ContrastWindow, against: ContrastWindow | null) {
    const from = clamped(focus.from, span, span.fromMs);
    const until = clamped(focus.until, span, span.untilMs);
    this.focusLength = Math.max(1, until - from);
    const before = Math.max(0, from - span.fromMs);
    const after = Math.max(0, span.untilMs - until);
    this.windowLength = windowLength(this.focusLength, before + after);
    const starts = [
      ...startsBefore(from, before, this.windowLength),
      ...startsAfter(until, after, this.windowLength),
    ];
    this.windowCount = starts.length;
    const near = [focus, ...(against === null ? [] : [against])].flatMap(boundsOf);
    const ends = starts.map((start) => start + this.windowLength);
    const around = near.flatMap((bound) => [bound - exactMs, bound + exactMs]);
    this.edges = Float64Array.from(new Set([...starts, ...ends, ...around])).sort();
    const middles = Array.from(this.edges, (edge, i) => (edge + (this.edges[i - 1] ?? edge - 2)) / 2);
    const beyond = this.edges.length === 0 ? 0 : this.edges[this.edges.length - 1] + 1;
    const regions = [...middles, beyond];
    this.windows = Int32Array.from(regions, (ms) => windowAt(starts, ms, this.windowLength));
    this.isNear = Uint8Array.from(regions, (ms) =>
      Number(near.some((bound) => Math.abs(ms - bound) < exactMs)),
    );
  }

  /** The region of a time. */
  regionOf(ms: number): number {
    const { edges } = this;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (edges[middle] <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function windowLength(focus: number, rest: number): number {
  // A window on each side of the focus is none of the history.
  const longest = rest / (fewestWindows + 2);
  return Math.max(1, Math.min(focus, longest), rest / mostWindows);
}

function startsBefore(from: number, before: number, length: number): number[] {
  const count = Math.max(0, Math.floor(before / length) - 1);
  return Array.from({ length: count }, (_, i) => from - (count + 1 - i) * length);
}

function startsAfter(until: number, after: number, length: number): number[] {
  const count = Math.max(0, Math.floor(after / length) - 1);
  return Array.from({ length: count }, (_, i) => until + (i + 1) * length);
}

/** `starts` ascending. */
function windowAt(starts: readonly number[], ms: number, length: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle] <= ms) low = middle + 1;
    else high = middle;
  }
  const window = low - 1;
  return window >= 0 && ms < starts[window] + length ? window : noWindow;
}

function clamped(bound: bigint | null, { fromMs, untilMs }: TimeSpan, open: number): number {
  return bound === null ? open : Math.min(untilMs, Math.max(fromMs, Number(bound) / 1e6));
}

function boundsOf({ from, until }: ContrastWindow): number[] {
  return [from, until].flatMap((bound) => (bound === null ? [] : [Number(bound) / 1e6]));
}

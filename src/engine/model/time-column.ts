import { blockBits, blockLength, blockMask, blocksFor } from './column';
import type { UnixMs, UnixNs } from './units';

const nanosPerSecond = 1_000_000_000;
const nanosPerMilli = 1_000_000;
/** Stands for "no time" among four-byte seconds. */
const none = -0x80000000;
const greatestDelta = 0x7fffffff;
/** Before every time there is (years 1 to 9999): deltas from it are positive, so none of them is `none`. */
const wideBase = -(2 ** 40);

/**
 * Times as whole seconds and nanoseconds, 6 bytes each where all of a block of 65,536 records are whole milliseconds,
 * else 8: seconds count from the block's first time. A block that spans more than 68 years takes 4 more.
 *
 * Two number columns instead of one of BigInt: making a BigInt allocates, and a time is read for
 * every record while scoring but needed to the nanosecond only for the few that are shown.
 */
export class TimeColumn {
  private readonly seconds: (Int32Array | Float64Array)[] = [];
  private readonly fractions: (Uint16Array | Uint32Array)[] = [];
  /** Nanoseconds that one of a block's fractions counts: a million where all are whole milliseconds, else one. */
  private readonly units: number[] = [];
  /** NaN until the block has a time. */
  private readonly bases: number[] = [];
  length = 0;

  /** `seconds` is NaN where the record has no time; `nanos` lies in 0 to 999,999,999. */
  push(seconds: number, nanos: number): void {
    const index = this.length++;
    const block = index >>> blockBits;
    if ((index & blockMask) === 0) this.addBlock();
    // Before the block is looked up: it may be replaced by a wide one.
    const delta = this.delta(block, seconds);
    this.seconds[block][index & blockMask] = delta;
    if (nanos % this.units[block] !== 0) this.refine(block);
    this.fractions[block][index & blockMask] = nanos / this.units[block];
  }

  /** Pushes the first `count` of the times, NaN seconds where there is none. */
  append(seconds: Float64Array, nanos: Uint32Array, count: number): void {
    for (let at = 0; at < count; ) {
      // The first of a block, and what does not fit, is pushed alone: it may replace the block.
      this.push(seconds[at], nanos[at++]);
      at = this.appendFitting(seconds, nanos, at, count);
    }
  }

  private appendFitting(seconds: Float64Array, nanos: Uint32Array, from: number, count: number): number {
    const block = (this.length - 1) >>> blockBits;
    const deltas = this.seconds[block];
    const fractions = this.fractions[block];
    const base = this.bases[block];
    const unit = this.units[block];
    const end = Math.min(count, from + blockMask - ((this.length - 1) & blockMask));
    let row = (this.length - 1) & blockMask;
    let at = from;
    for (; at < end; at++) {
      const delta = seconds[at] - base;
      const fraction = nanos[at] / unit;
      // False of NaN too: of a record without a time, and of a block without one so far.
      if (!(delta > none && delta <= greatestDelta) || fraction !== Math.floor(fraction)) break;
      deltas[++row] = delta;
      fractions[row] = fraction;
    }
    this.length += at - from;
    return at;
  }

  has(index: number): boolean {
    return this.seconds[index >>> blockBits][index & blockMask] !== none;
  }

  /** NaN without a time. */
  millis(index: number): UnixMs {
    const block = index >>> blockBits;
    const delta = this.seconds[block][index & blockMask];
    if (delta === none) return Number.NaN as UnixMs;
    return ((this.bases[block] + delta) * 1000 + this.nanos(block, index & blockMask) / 1e6) as UnixMs;
  }

  /** Whole seconds since the epoch; NaN without a time. */
  secondsAt(index: number): number {
    const block = index >>> blockBits;
    const delta = this.seconds[block][index & blockMask];
    return delta === none ? Number.NaN : this.bases[block] + delta;
  }

  /** What lies behind the whole seconds: 0 to 999,999,999. */
  nanosAt(index: number): number {
    return this.nanos(index >>> blockBits, index & blockMask);
  }

  nanosecondsAt(index: number): UnixNs | null {
    const block = index >>> blockBits;
    const delta = this.seconds[block][index & blockMask];
    if (delta === none) return null;
    const seconds = BigInt(this.bases[block] + delta);
    return seconds * BigInt(nanosPerSecond) + BigInt(this.nanos(block, index & blockMask));
  }

  /** Nanoseconds since the epoch in decimal, as `nanosecondsAt` would be written, mostly without making a BigInt. */
  nanosecondsText(index: number): string | null {
    const block = index >>> blockBits;
    const row = index & blockMask;
    const seconds = this.bases[block] + this.seconds[block][row];
    const isPlain = this.seconds[block][row] !== none && seconds > 0;
    if (!isPlain) return this.nanosecondsAt(index)?.toString() ?? null;
    return `${seconds}${String(nanosPerSecond + this.nanos(block, row)).slice(1)}`;
  }

  /**
   * Copies the times of records `[from, to)`, which must be of one block of 65,536: whole seconds since the epoch, NaN without a
   * time. Finds the block once, not for each.
   */
  readSeconds(from: number, to: number, seconds: Float64Array): void {
    const block = from >>> blockBits;
    const row = from & blockMask;
    const [base, deltas] = [this.bases[block], this.seconds[block]];
    for (let i = 0; i < to - from; i++) {
      const delta = deltas[row + i];
      seconds[i] = delta === none ? Number.NaN : base + delta;
    }
  }

  /** As `readSeconds`: the nanoseconds behind them, 0 to 999,999,999. */
  readNanos(from: number, to: number, nanos: Uint32Array): void {
    const block = from >>> blockBits;
    const row = from & blockMask;
    const [unit, fractions] = [this.units[block], this.fractions[block]];
    // Below 2^30: a product of integers, which costs a third of one of doubles.
    for (let i = 0; i < to - from; i++) nanos[i] = Math.imul(fractions[row + i], unit);
  }

  /** Of records `[from, to)` of one block: those with the first and the last time, of equal ones the first record; -1 where none has a time. */
  extremes(from: number, to: number): { earliest: number; latest: number; timed: number } {
    const block = from >>> blockBits;
    const row = from & blockMask;
    const deltas = this.seconds[block];
    const fractions = this.fractions[block];
    let earliest = -1;
    let latest = -1;
    let timed = 0;
    for (let i = row; i < row + to - from; i++) {
      const delta = deltas[i];
      if (delta === none) continue;
      if (timed++ === 0) earliest = latest = i;
      const behind = delta - deltas[latest];
      if (behind > 0 || (behind === 0 && fractions[i] > fractions[latest])) latest = i;
      const before = delta - deltas[earliest];
      if (before < 0 || (before === 0 && fractions[i] < fractions[earliest])) earliest = i;
    }
    const shift = from - row;
    return { earliest: timed ? earliest + shift : -1, latest: timed ? latest + shift : -1, timed };
  }

  /** Whether one of records `[from, to)` of one block has a time that is no whole second. */
  hasFractions(from: number, to: number): boolean {
    const fractions = this.fractions[from >>> blockBits];
    const row = from & blockMask;
    for (let i = row; i < row + to - from; i++) if (fractions[i] !== 0) return true;
    return false;
  }

  /** Keeps the first `length` rows. */
  truncate(length: number): void {
    this.length = length;
    this.seconds.length = blocksFor(length);
    this.fractions.length = this.seconds.length;
    this.units.length = this.seconds.length;
    this.bases.length = this.seconds.length;
  }

  private nanos(block: number, row: number): number {
    return this.fractions[block][row] * this.units[block];
  }

  private addBlock(): void {
    this.seconds.push(new Int32Array(blockLength));
    this.fractions.push(new Uint16Array(blockLength));
    this.units.push(nanosPerMilli);
    this.bases.push(Number.NaN);
  }

  private delta(block: number, seconds: number): number {
    if (Number.isNaN(seconds)) return none;
    if (Number.isNaN(this.bases[block])) this.bases[block] = seconds;
    const delta = seconds - this.bases[block];
    if (delta > none && delta <= greatestDelta) return delta;
    if (this.bases[block] !== wideBase) this.widen(block);
    return seconds - wideBase;
  }

  private widen(block: number): void {
    const shift = this.bases[block] - wideBase;
    this.seconds[block] = Float64Array.from(this.seconds[block], (delta) =>
      delta === none ? none : delta + shift,
    );
    this.bases[block] = wideBase;
  }

  private refine(block: number): void {
    this.fractions[block] = Uint32Array.from(this.fractions[block], (millis) => millis * nanosPerMilli);
    this.units[block] = 1;
  }
}

import type { UnixMs, UnixNs } from './units';

const blockBits = 16;
const blockLength = 1 << blockBits;
const blockMask = blockLength - 1;
const nanosPerSecond = 1_000_000_000;

/**
 * Times as whole seconds and nanoseconds, 12 bytes each.
 *
 * Two number columns instead of one of BigInt: making a BigInt allocates, and a time is read for
 * every record while scoring but needed to the nanosecond only for the few that are shown.
 */
export class TimeColumn {
  private readonly seconds: Float64Array[] = [];
  private readonly nanos: Uint32Array[] = [];
  length = 0;

  /** `seconds` is NaN where the record has no time; `nanos` lies in 0 to 999,999,999. */
  push(seconds: number, nanos: number): void {
    const index = this.length++;
    if ((index & blockMask) === 0) {
      this.seconds.push(new Float64Array(blockLength));
      this.nanos.push(new Uint32Array(blockLength));
    }
    this.seconds[index >>> blockBits][index & blockMask] = seconds;
    this.nanos[index >>> blockBits][index & blockMask] = nanos;
  }

  has(index: number): boolean {
    return !Number.isNaN(this.seconds[index >>> blockBits][index & blockMask]);
  }

  /** NaN without a time. */
  millis(index: number): UnixMs {
    const seconds = this.seconds[index >>> blockBits][index & blockMask];
    return (seconds * 1000 + this.nanos[index >>> blockBits][index & blockMask] / 1e6) as UnixMs;
  }

  nanosecondsAt(index: number): UnixNs | null {
    const seconds = this.seconds[index >>> blockBits][index & blockMask];
    if (Number.isNaN(seconds)) return null;
    return (
      BigInt(seconds) * BigInt(nanosPerSecond) + BigInt(this.nanos[index >>> blockBits][index & blockMask])
    );
  }
}

import type { Level } from '../../model/level';
import { lowBytes } from '../../text/byte-words';
import type { Header } from '../format';

/** Of a whole word. */
const allBits = -1;
const firstCapacity = 1 << 8;
/** Words a header takes: half of a line of the processor's cache, where an object takes two lines. */
const stride = 8;
/** Where they stand: a block, the masks of its bytes that are the header's own, the next header, and what it says. */
const [lowAt, highAt, lowMaskAt, highMaskAt, nextAt, saysAt, componentStartAt, componentEndAt] = [
  0, 1, 2, 3, 4, 5, 6, 7,
];
const levelBits = 8;

/** Where a header ends: a block of which the first `bytes` are its own. */
interface Ending {
  readonly low: number;
  readonly high: number;
  readonly bytes: number;
}

/**
 * The headers of a `HeaderMemo` by the state they end behind, in flat columns: of thousands of them each is met too seldom to
 * stay in a cache as an object. Bench, java: + templates a tenth faster. They are named by where they stand; 0 is none.
 */
export class KnownHeaders {
  /** By state. */
  private firsts = new Int32Array(firstCapacity);
  private kept = new Int32Array(firstCapacity * stride);
  private end = stride;

  /** The header last added whose block the two words are, so far as it is its own. */
  first(state: number, low: number, high: number): number {
    return state < this.firsts.length ? this.from(this.firsts[state], low, high) : 0;
  }

  next(known: number, low: number, high: number): number {
    return this.from(this.kept[known + nextAt], low, high);
  }

  /** Bytes before its message. */
  lengthOf(known: number): number {
    return this.kept[known + saysAt] >>> levelBits;
  }

  tell(known: number, header: Header, pos: number): void {
    const { kept } = this;
    const says = kept[known + saysAt];
    header.level = (says & ((1 << levelBits) - 1)) as Level;
    header.messageStart = pos + (says >>> levelBits);
    const start = kept[known + componentStartAt];
    const end = kept[known + componentEndAt];
    if (start === end) return;
    header.componentStart = pos + start;
    header.componentEnd = pos + end;
  }

  add(state: number, header: Header, pos: number, { low, high, bytes }: Ending): void {
    if (state >= this.firsts.length) this.firsts = grown(this.firsts, state + 1);
    if (this.end + stride > this.kept.length) this.kept = grown(this.kept, this.end + stride);
    const known = this.end;
    this.end += stride;
    this.kept[known + lowAt] = low;
    this.kept[known + highAt] = high;
    this.kept[known + lowMaskAt] = bytes < 4 ? lowBytes(bytes) : allBits;
    this.kept[known + highMaskAt] = bytes < 4 ? 0 : lowBytes(bytes - 4);
    this.kept[known + nextAt] = this.firsts[state];
    this.kept[known + saysAt] = ((header.messageStart - pos) << levelBits) | header.level;
    this.kept[known + componentStartAt] = header.componentStart - pos;
    this.kept[known + componentEndAt] = header.componentEnd - pos;
    this.firsts[state] = known;
  }

  countAt(state: number): number {
    let count = 0;
    for (let known = this.firsts[state]; known !== 0; known = this.kept[known + nextAt]) count++;
    return count;
  }

  clear(): void {
    this.firsts.fill(0);
    this.end = stride;
  }

  private from(first: number, low: number, high: number): number {
    const { kept } = this;
    let known = first;
    while (
      known !== 0 &&
      (((low ^ kept[known + lowAt]) & kept[known + lowMaskAt]) |
        ((high ^ kept[known + highAt]) & kept[known + highMaskAt])) !==
        0
    )
      known = kept[known + nextAt];
    return known;
  }
}

function grown(before: Int32Array<ArrayBuffer>, wanted: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(wanted, before.length * 2));
  larger.set(before);
  return larger;
}

import { maxLineBytes } from '../text/line-splitter';

const lengthBytes = 8;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * A field of the journal's export whose value may hold anything: its name on a line of its own, then eight bytes of length (the
 * lowest first), the value, and a line feed. It comes in lines, since that is how VS Code counts; a length that holds a line
 * feed or carriage return is itself cut by one, and which of the two is no longer known. So the field ends with the first
 * line that ends where one of the possible lengths does.
 */
export class BinaryField {
  private held = new Uint8Array(64);
  private length = 0;
  private ends: readonly number[] | undefined;

  constructor(
    readonly name: string,
    /** Where the line with the name ends, without its line end. */
    private readonly nameEnd: number,
  ) {}

  copy(): BinaryField {
    const copy = new BinaryField(this.name, this.nameEnd);
    copy.held = this.held.slice();
    copy.length = this.length;
    copy.ends = this.ends;
    return copy;
  }

  /** True where the value ends with this line, which begins at `offset` in the source. */
  line(bytes: Uint8Array, start: number, end: number, offset: number): boolean {
    const at = offset - this.nameEnd - 1;
    this.keep(bytes, start, end, at);
    const length = at + end - start;
    if (length < lengthBytes) return false;
    this.ends ??= possibleLengths(this.held.subarray(0, lengthBytes)).map((value) => lengthBytes + value);
    return this.ends.includes(length) || length > Math.max(...this.ends);
  }

  value(): Uint8Array {
    return this.held.subarray(lengthBytes, this.length);
  }

  /** Of the value as much as of a line; the rest is counted only. */
  private keep(bytes: Uint8Array, start: number, end: number, at: number): void {
    const to = Math.min(end, start + maxLineBytes - at);
    if (at < 0 || to < start) return;
    const length = at + to - start;
    if (length > this.held.length) this.grow(length);
    this.held.fill(lineFeed, this.length, at);
    this.held.set(bytes.subarray(start, to), at);
    this.length = length;
  }

  private grow(length: number): void {
    const grown = new Uint8Array(Math.max(length, this.held.length * 2));
    grown.set(this.held.subarray(0, this.length));
    this.held = grown;
  }
}

/** What the eight bytes may have said: every line feed among the lower four could have been a carriage return. */
function possibleLengths(bytes: Uint8Array): number[] {
  let possible = [bytes];
  for (let i = 0; i < 4; i++)
    if (bytes[i] === lineFeed) possible = possible.flatMap((one) => [one, one.with(i, carriageReturn)]);
  return possible.map(lengthOf);
}

function lengthOf(bytes: Uint8Array): number {
  let length = 0;
  for (let i = lengthBytes - 1; i >= 0; i--) length = length * 256 + bytes[i];
  return length;
}

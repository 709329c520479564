import { ByteClass, classOfByte, runMask } from './byte-classes';
import { numberedWordEnd, RunShape, shapeOfRun, unitStart } from './run-shape';

/**
 * A message with its digit-bearing runs collapsed to one code each, one char a byte: masks are decided on
 * this text alone, so messages that `ShapeHash` takes for equal are masked equally.
 */
export interface Collapsed {
  readonly text: string;
  /** Byte offset of each char of `text`, and one more for the end. */
  readonly offsets: readonly number[];
}

export function collapse(bytes: Uint8Array, start: number, end: number): Collapsed {
  const writer = new CollapsedWriter(bytes);
  let last = end;
  while (last > start && classOfByte[bytes[last - 1]] === ByteClass.space) last--;
  let i = start;
  while (i < last && classOfByte[bytes[i]] === ByteClass.space) i++;
  while (i < last) i = writer.writeNext(i, last);
  return writer.finish(last);
}

class CollapsedWriter {
  private readonly codes: number[] = [];
  private readonly offsets: number[] = [];

  constructor(private readonly bytes: Uint8Array) {}

  /** Writes the run, blank or single byte at `at`; gives where the next begins. */
  writeNext(at: number, end: number): number {
    const first = classOfByte[this.bytes[at]];
    if ((first & runMask) !== 0) return this.writeRun(at, end);
    this.write(first === ByteClass.space ? 0x20 : this.bytes[at], at);
    let i = at + 1;
    while (first === ByteClass.space && classOfByte[this.bytes[i]] === ByteClass.space) i++;
    return i;
  }

  finish(end: number): Collapsed {
    this.offsets.push(end);
    let text = '';
    // In slices, since a call takes only so many arguments.
    for (let i = 0; i < this.codes.length; i += 4096) {
      text += String.fromCharCode(...this.codes.slice(i, i + 4096));
    }
    return { text, offsets: this.offsets };
  }

  private writeRun(start: number, end: number): number {
    let classes = 0;
    let i = start;
    for (; i < end && (classOfByte[this.bytes[i]] & runMask) !== 0; i++)
      classes |= classOfByte[this.bytes[i]];
    this.writeShape(start, i, classes);
    return i;
  }

  private writeShape(start: number, end: number, classes: number): void {
    const shape =
      (classes & ByteClass.digit) === 0 ? RunShape.literal : shapeOfRun(this.bytes, start, end, classes);
    if (shape === RunShape.literal) {
      this.writeLiteral(start, end);
    } else if (shape === RunShape.numberWithUnit) {
      this.write(RunShape.number, start);
      this.writeLiteral(unitStart(this.bytes, start, end), end);
    } else if (shape === RunShape.numberedWord) {
      const digits = numberedWordEnd(this.bytes, start, end);
      this.writeLiteral(start, digits);
      this.write(RunShape.number, digits);
    } else {
      this.write(shape, start);
    }
  }

  private writeLiteral(start: number, end: number): void {
    for (let i = start; i < end; i++) this.write(this.bytes[i], i);
  }

  private write(code: number, offset: number): void {
    this.codes.push(code);
    this.offsets.push(offset);
  }
}

import { addLines, bytesOfSet } from './line-set';

/** Hears the runs `[from, until)` of lines, in order. */
type HearRun = (from: number, until: number) => void;

export function hasLine(bits: Uint8Array, line: number): boolean {
  return ((bits[line >>> 3] >>> (line & 7)) & 1) === 1;
}

/** Whether one of the lines `[from, until)` is set; lines beyond the bits are not. */
export function hasLineWithin(bits: Uint8Array, from: number, until: number): boolean {
  for (let line = from; line < until; ) {
    if ((line & 7) === 0 && bits[line >>> 3] === 0) line += 8;
    else if (hasLine(bits, line)) return true;
    else line++;
  }
  return false;
}

/** The lines set among `[0, length)`, as runs as long as they are. */
function eachRun(bits: Uint8Array, length: number, hear: HearRun): void {
  for (let from = firstWith(bits, 0, length, 1); from < length; ) {
    const until = firstWith(bits, from, length, 0);
    hear(from, until);
    from = firstWith(bits, until, length, 1);
  }
}

/** Lines that are not set, up to `distance` before and behind one that is, within its stretch; `ends`: where each stretch ends, in order. */
export function linesAround(
  bits: Uint8Array,
  length: number,
  distance: number,
  ends: readonly number[],
): Uint8Array<ArrayBuffer> {
  const around = new Uint8Array(bytesOfSet(length));
  let stretch = 0;
  eachRun(bits, length, (from, until) => {
    for (let at = from; at < until; ) {
      while (stretch < ends.length - 1 && ends[stretch] <= at) stretch++;
      const start = stretch === 0 ? 0 : ends[stretch - 1];
      const end = Math.min(length, ends[stretch] ?? length);
      const last = Math.min(until, end);
      addLines(around, Math.max(start, at - distance), Math.min(end, last + distance));
      at = last > at ? last : until;
    }
  });
  for (let i = 0; i < around.length; i++) around[i] &= ~bits[i];
  return around;
}

/** The first line from `from` on whose bit is `wanted`, or `length`. */
function firstWith(bits: Uint8Array, from: number, length: number, wanted: 0 | 1): number {
  const other = wanted === 1 ? 0 : 0xff;
  let line = from;
  while (line < length) {
    if ((line & 7) === 0 && bits[line >>> 3] === other) line += 8;
    else if (((bits[line >>> 3] >>> (line & 7)) & 1) === wanted) return line;
    else line++;
  }
  return length;
}

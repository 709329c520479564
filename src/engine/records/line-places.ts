import type { LineNumber } from '../model/units';
import { lineKeyLow, lineKeyOf, lowOfKey } from './content-key';

/** A line of one source as it is remembered: `key` is of its text, `ordinal` counts equal lines before it. */
export interface TextPlace {
  readonly line: LineNumber;
  readonly key: string;
  readonly ordinal: number;
}

/** Of equal lines so many are remembered as where a place may be by now; a log of nothing but blank lines must fit. */
const mostCandidates = 10_000;

interface Wanted {
  readonly key: string;
  readonly candidates: number[];
  count: number;
}

/** Equal texts among the lines it is shown, in order; what finds places again and what makes them share it. */
class EqualLines {
  private readonly byLow = new Map<number, Wanted[]>();
  private readonly byKey = new Map<string, Wanted>();
  private line = 0;

  constructor(keys: Iterable<string>) {
    for (const key of new Set(keys)) {
      const wanted: Wanted = { key, candidates: [], count: 0 };
      this.byKey.set(key, wanted);
      const low = lowOfKey(key);
      this.byLow.set(low, [...(this.byLow.get(low) ?? []), wanted]);
    }
  }

  /** The next line of the source: `bytes[start, end)`, without its line end. */
  push(bytes: Uint8Array, start: number, end: number): Wanted | undefined {
    this.line++;
    const alike = this.byLow.get(lineKeyLow(bytes, start, end));
    if (!alike) return undefined;
    const key = lineKeyOf(bytes, start, end);
    const wanted = alike.find((one) => one.key === key);
    if (!wanted) return undefined;
    wanted.count++;
    if (wanted.candidates.length < mostCandidates) wanted.candidates.push(this.line);
    return wanted;
  }

  of(key: string): Wanted | undefined {
    return this.byKey.get(key);
  }
}

/** Makes places of lines whose keys are known: shown every line in order up to the last of them, it counts equal ones. */
export class PlaceMaker {
  private readonly keys: ReadonlyMap<number, string>;
  private readonly ordinals = new Map<number, number>();
  private readonly equal: EqualLines;
  private line = 0;

  /** `keys`: by line, from 1. */
  constructor(keys: ReadonlyMap<number, string>) {
    this.keys = keys;
    this.equal = new EqualLines(keys.values());
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    this.line++;
    const wanted = this.equal.push(bytes, start, end);
    if (wanted && this.keys.has(this.line)) this.ordinals.set(this.line, wanted.count - 1);
  }

  places(): TextPlace[] {
    return [...this.keys].map(([line, key]) => ({
      line: line as LineNumber,
      key,
      ordinal: this.ordinals.get(line) ?? 0,
    }));
  }
}

/** Finds places in a source that may have changed since: appended to, its head cut off, edited. Shown every line in order. */
export class PlaceFinder {
  private readonly equal: EqualLines;

  constructor(private readonly places: readonly TextPlace[]) {
    this.equal = new EqualLines(places.map(({ key }) => key));
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    this.equal.push(bytes, start, end);
  }

  /** By place; null where no line has its text. */
  found(): (LineNumber | null)[] {
    const shift = this.shift();
    return this.places.map((place) => this.lineOf(place, shift) as LineNumber | null);
  }

  /** By how many lines the places moved: the median of those of whose text there is one line. Undefined without one. */
  private shift(): number | undefined {
    const shifts = this.places.flatMap(({ key, line }) => {
      const wanted = this.equal.of(key);
      return wanted?.count === 1 ? [wanted.candidates[0] - line] : [];
    });
    return shifts.sort((a, b) => a - b)[shifts.length >> 1];
  }

  /** Of equal lines the nearest to where the others moved; else the one in the same place, then the one with as many before it. */
  private lineOf({ line, key, ordinal }: TextPlace, shift: number | undefined): number | null {
    const candidates = this.equal.of(key)?.candidates ?? [];
    if (candidates.length === 0) return null;
    if (shift !== undefined) return nearest(candidates, line + shift);
    if (candidates.includes(line)) return line;
    return candidates[ordinal] ?? candidates[candidates.length - 1];
  }
}

function nearest(lines: readonly number[], line: number): number {
  return lines.reduce((best, one) => (Math.abs(one - line) < Math.abs(best - line) ? one : best));
}

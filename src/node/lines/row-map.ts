import { bytesOfSet, LineSet, removeLines } from '../../engine/filter/line-set';
import type { RowFold, ShowRequest, ViewLine } from '../../protocol/log-lines';

/** Which line a row shows, and back. */
export interface RowMap {
  readonly rows: number;
  /** Lines hidden by the filter, folds aside. */
  readonly hiddenLines: number;
  lineOfRow(row: number): number | undefined;
  /** Of the line, of the fold that holds it, or of the next shown one; `rows` where none follows. */
  rowOfLine(line: number): number;
  /** Of the line, or of the fold that holds it; undefined where neither is shown. */
  rowShowing(line: number): number | undefined;
  /** Where a line stands in the order, hidden or not; undefined where the order leaves it out. */
  placeOfLine(line: number): number | undefined;
  /** Undefined behind the last place. */
  lineAtPlace(place: number): number | undefined;
  /** Lines stand in another order than they are read in. */
  readonly isOrdered: boolean;
  foldAt(line: number): RowFold | null;
  isContext(line: number): boolean;
}

const noLine = 0xffffffff;

/**
 * The rows of a filter, of folds and of an order, over lines that are all indexed. A row is a place in the order (as the lines are read
 * where there is none) whose line is shown: one bit a place, with rank and select.
 */
export class ShownRows implements RowMap {
  readonly hiddenLines: number;
  private readonly shown: LineSet;
  private readonly context: LineSet | undefined;
  private readonly folds: Folds;
  private readonly order: Uint32Array | undefined;
  private readonly places: LineSet;
  private placeOf: Uint32Array | undefined;

  constructor(
    request: ShowRequest,
    private readonly lines: number,
  ) {
    const unfolded = new LineSet(request.lines ?? allOf(lines), lines);
    this.hiddenLines = lines - unfolded.size;
    this.folds = new Folds(request.folds);
    this.shown = request.folds ? new LineSet(this.folds.hideIn(request.lines, lines), lines) : unfolded;
    this.context = request.context ? new LineSet(request.context, lines) : undefined;
    this.order = request.order ? new Uint32Array(request.order) : undefined;
    this.places = this.order ? placesShown(this.order, this.shown) : this.shown;
  }

  get rows(): number {
    return this.places.size;
  }

  get isOrdered(): boolean {
    return this.order !== undefined;
  }

  lineOfRow(row: number): number | undefined {
    const place = this.places.select(row);
    return place === undefined || this.order === undefined ? place : this.order[place];
  }

  rowOfLine(line: number): number {
    // A line the order leaves out stands where the next of its lines does.
    for (let next = this.firstOf(line); next < this.lines; next++) {
      const place = this.placeOfLine(next);
      if (place !== undefined) return this.places.rank(place);
    }
    return this.rows;
  }

  rowShowing(line: number): number | undefined {
    const first = this.firstOf(line);
    const place = this.shown.has(first) ? this.placeOfLine(first) : undefined;
    return place === undefined ? undefined : this.places.rank(place);
  }

  placeOfLine(line: number): number | undefined {
    if (this.order === undefined) return line;
    this.placeOf ??= inverseOf(this.order, this.lines);
    const place = this.placeOf[line];
    return place === noLine ? undefined : place;
  }

  lineAtPlace(place: number): number | undefined {
    return this.order === undefined ? place : this.order[place];
  }

  /** Of the fold that holds the line, where that is shown. */
  private firstOf(line: number): number {
    const first = this.folds.around(line)?.first ?? line;
    return this.shown.has(first) ? first : line;
  }

  foldAt(line: number): RowFold | null {
    const fold = this.folds.around(line);
    return fold?.first === line ? fold.row : null;
  }

  isContext(line: number): boolean {
    return this.context?.has(line) ?? false;
  }
}

/** Runs that are one row each, in order of their lines. */
class Folds {
  private readonly places: Uint32Array;
  private readonly milliseconds: Float64Array;

  constructor(folds: ShowRequest['folds']) {
    this.places = new Uint32Array(folds?.places ?? new ArrayBuffer(0));
    this.milliseconds = new Float64Array(folds?.milliseconds ?? new ArrayBuffer(0));
  }

  /** What is shown when all lines but the first of each fold are taken out. */
  hideIn(lines: ArrayBuffer | null, count: number): ArrayBuffer {
    const bits = new Uint8Array(bytesOfSet(count));
    bits.set(new Uint8Array(lines ?? allOf(count)).subarray(0, bits.length));
    for (let at = 0; at < this.places.length; at += 3) {
      removeLines(bits, this.places[at] + 1, Math.min(count, this.places[at + 1] + 1));
    }
    return bits.buffer;
  }

  around(line: number): { readonly first: number; readonly row: RowFold } | undefined {
    let low = 0;
    let high = this.places.length / 3;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.places[middle * 3] <= line) low = middle + 1;
      else high = middle;
    }
    const [first, lastLine, records] = this.places.subarray((low - 1) * 3, low * 3);
    if (low === 0 || lastLine < line) return undefined;
    const milliseconds = this.milliseconds[low - 1];
    return {
      first,
      row: {
        records,
        lastLine: lastLine as ViewLine,
        milliseconds: Number.isNaN(milliseconds) ? null : milliseconds,
      },
    };
  }
}

function allOf(lines: number): ArrayBuffer {
  return new Uint8Array(bytesOfSet(lines)).fill(0xff).buffer;
}

function placesShown(order: Uint32Array, shown: LineSet): LineSet {
  const bits = new Uint8Array(bytesOfSet(order.length));
  for (let place = 0; place < order.length; place++) {
    if (shown.has(order[place])) bits[place >>> 3] |= 1 << (place & 7);
  }
  return new LineSet(bits.buffer, order.length);
}

function inverseOf(order: Uint32Array, lines: number): Uint32Array {
  const placeOf = new Uint32Array(lines).fill(noLine);
  for (let place = 0; place < order.length; place++) placeOf[order[place]] = place;
  return placeOf;
}

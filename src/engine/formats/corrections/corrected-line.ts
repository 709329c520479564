import type { Header } from '../format';
import { afterBlanks, resetHeader } from '../header';
import type { ColumnEdit } from './column-edit';
import { type LineBytes, LineEdit } from './line-edit';

/** A line with the columns of its corrections replaced by what every format knows, and the way back. */
export class CorrectedLine {
  private readonly steps: readonly LineEdit[];
  private readonly applied: LineEdit[] = [];
  private readonly found: ColumnEdit[] = [];
  /** The line as it came. */
  private given: LineBytes = { bytes: new Uint8Array(0), start: 0, end: 0 };
  /** The line as the formats see it. */
  line: LineBytes = this.given;

  /** The time before the level: the level's place may be told with the time read. */
  constructor(private readonly edits: readonly ColumnEdit[]) {
    this.steps = edits.map(() => new LineEdit());
  }

  /** Whether a column was found. */
  edit(given: LineBytes): boolean {
    this.given = given;
    this.line = given;
    this.applied.length = 0;
    this.found.length = 0;
    for (let i = 0; i < this.edits.length; i++) {
      const edit = this.edits[i];
      if (!edit.find(this.line)) continue;
      this.steps[i].replace(this.line, edit.from, edit.to, edit.replacement);
      this.line = this.steps[i];
      this.applied.push(this.steps[i]);
      this.found.push(edit);
    }
    return this.found.length > 0;
  }

  has(edit: ColumnEdit | undefined): boolean {
    return edit !== undefined && this.found.includes(edit);
  }

  /** Where the first column found begins in `line`, the bracket or quote before it included. */
  get firstColumn(): number {
    const first = Math.min(...this.found.map((edit, i) => this.originalOf(edit.from, i)));
    const at = first - this.given.start + this.line.start;
    return at > this.line.start && isOpening(this.line.bytes[at - 1]) ? at - 1 : at;
  }

  /** The stretch of the original that the column was found in. */
  stretchOf(edit: ColumnEdit): { readonly start: number; readonly end: number } {
    const i = this.found.indexOf(edit);
    return { start: this.originalOf(edit.from, i), end: this.originalOf(edit.to, i) };
  }

  /** Where a position of `line` stands in the original. */
  original(position: number): number {
    return this.originalOf(position, this.applied.length);
  }

  /** Turns what a format read in `line` into what stands in the original, and puts the columns' values in. */
  giveBack(header: Header): void {
    header.messageStart = this.original(header.messageStart);
    header.messageEnd = this.original(header.messageEnd);
    header.componentStart = this.original(header.componentStart);
    header.componentEnd = this.original(header.componentEnd);
    this.applyTo(header);
  }

  /** Of a record that no format reads: the whole line is its message. */
  resetTo(header: Header): void {
    resetHeader(header, this.given.bytes, this.given.start, this.given.end);
    this.applyTo(header);
  }

  private applyTo(header: Header): void {
    for (const edit of this.found) {
      edit.apply(header);
      this.moveMessage(header, edit);
    }
  }

  /** A message that begins with the column begins behind it, unless nothing is left. */
  private moveMessage(header: Header, edit: ColumnEdit): void {
    const { bytes } = this.given;
    const { start, end } = this.stretchOf(edit);
    if (start < header.messageStart || start > header.messageStart + 1 || end > header.messageEnd) return;
    if (start > header.messageStart && !isOpening(bytes[header.messageStart])) return;
    let at = end;
    while (at < header.messageEnd && isClosing(bytes[at])) at++;
    const message = afterBlanks(bytes, at, header.messageEnd);
    if (message < header.messageEnd) header.messageStart = message;
  }

  /** Where a position of the line after the first `count` edits stands in the original. */
  private originalOf(position: number, count: number): number {
    let at = position;
    for (let i = count - 1; i >= 0; i--) at = this.applied[i].original(at);
    return at;
  }
}

function isOpening(byte: number): boolean {
  return '[({<"\''.includes(String.fromCharCode(byte));
}

function isClosing(byte: number): boolean {
  return '])}>"\',;:|'.includes(String.fromCharCode(byte));
}

import type { LineSource } from './line-source';

/** Where a line begins. */
export interface LinePosition {
  readonly source: number;
  /** Of the source's text. */
  readonly offset: number;
  /** From 0 through all sources. */
  readonly line: number;
  /** From 0 in its source. */
  readonly lineInSource: number;
  /** False: the numbers are estimates. */
  readonly exact: boolean;
}

/** Until something is indexed. */
const guessedLineBytes = 120;

/** The texts of all sources, one behind the other. */
export class ViewText {
  readonly sources: LineSource[] = [];

  /** As far as they are there. */
  get bytes(): number {
    return this.sources.reduce((sum, source) => sum + source.bytes, 0);
  }

  /** Those that lines can be numbered through: up to the first place that is not indexed. */
  get indexedBytes(): number {
    return this.upToGap((source) => source.indexedBytes);
  }

  get lines(): number {
    return this.upToGap((source) => source.lines);
  }

  get estimatedLines(): number {
    const left = this.bytes - this.indexedBytes;
    return this.lines + (left === 0 ? 0 : Math.max(1, Math.round(left / this.bytesOfLine)));
  }

  get isIndexed(): boolean {
    return this.sources.every((source) => source.isIndexed);
  }

  /** Undefined where there are not so many lines. */
  positionOfLine(line: number): LinePosition | undefined {
    let first = 0;
    for (const [i, source] of this.sources.entries()) {
      const lineInSource = line - first;
      const offset = lineInSource > source.index.lineEnds ? undefined : source.startOfLine(lineInSource);
      if (offset !== undefined && offset < source.bytes) {
        return { source: i, offset, line, lineInSource, exact: true };
      }
      if (!source.isIndexed) return this.estimatedPosition(line);
      first += source.lines;
    }
    return undefined;
  }

  /** Of the line that holds a byte, counted through all texts. */
  positionOfByte(byte: number): LinePosition | undefined {
    const place = this.sourceOfByte(byte);
    if (place === undefined) return undefined;
    const source = this.sources[place.source];
    const offset = source.startAtOrBefore(place.offset);
    const first = this.firstLineOf(place.source);
    if (first !== undefined && (offset <= source.indexedBytes || source.isIndexed)) {
      const lineInSource = source.lineAt(offset);
      return { source: place.source, offset, line: first + lineInSource, lineInSource, exact: true };
    }
    return this.estimated(place.source, offset);
  }

  /** Undefined behind the last line that is there, or where its end is too far to look for. */
  next({ source, offset, line, lineInSource, exact }: LinePosition): LinePosition | undefined {
    const start = this.sources[source].nextStart(offset);
    if (start === undefined) return undefined;
    if (start < this.sources[source].bytes) {
      return { source, offset: start, line: line + 1, lineInSource: lineInSource + 1, exact };
    }
    if (!this.sources[source].complete) return undefined;
    const following = this.sources.findIndex(({ bytes }, i) => i > source && bytes > 0);
    if (following === -1) return undefined;
    return { source: following, offset: 0, line: line + 1, lineInSource: 0, exact };
  }

  previous({ source, offset, line, lineInSource, exact }: LinePosition): LinePosition | undefined {
    if (offset > 0) {
      const start = this.sources[source].startAtOrBefore(offset - 1);
      return {
        source,
        offset: start,
        line: Math.max(0, line - 1),
        lineInSource: Math.max(0, lineInSource - 1),
        exact,
      };
    }
    const before = this.sources.findLastIndex(({ bytes }, i) => i < source && bytes > 0);
    if (before === -1) return undefined;
    return this.positionOfByte(this.firstByteOf(before) + this.sources[before].bytes - 1);
  }

  /** Undefined where what stands before is not all indexed. */
  firstLineOf(source: number): number | undefined {
    const before = this.sources.slice(0, source);
    if (!before.every(({ isIndexed }) => isIndexed)) return undefined;
    return before.reduce((sum, { lines }) => sum + lines, 0);
  }

  private get bytesOfLine(): number {
    const { lines, indexedBytes } = this;
    return lines === 0 ? guessedLineBytes : indexedBytes / lines;
  }

  private upToGap(amount: (source: LineSource) => number): number {
    let sum = 0;
    for (const source of this.sources) {
      sum += amount(source);
      if (!source.isIndexed) break;
    }
    return sum;
  }

  private estimatedPosition(line: number): LinePosition | undefined {
    const { indexedBytes, bytes } = this;
    const byte = indexedBytes + Math.floor((line - this.lines) * this.bytesOfLine);
    if (byte >= bytes) return undefined;
    const found = this.positionOfByte(byte);
    // It keeps the number it was asked by, so that a view that scrolls does not jump.
    return found && { ...found, line, exact: false };
  }

  private estimated(source: number, offset: number): LinePosition {
    const byte = this.firstByteOf(source) + offset;
    const line = this.lines + Math.max(0, Math.round((byte - this.indexedBytes) / this.bytesOfLine));
    return { source, offset, line, lineInSource: Math.round(offset / this.bytesOfLine), exact: false };
  }

  private firstByteOf(source: number): number {
    return this.sources.slice(0, source).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private sourceOfByte(byte: number): { source: number; offset: number } | undefined {
    if (byte < 0) return undefined;
    let first = 0;
    for (const [source, { bytes }] of this.sources.entries()) {
      if (byte < first + bytes) return { source, offset: byte - first };
      first += bytes;
    }
    return undefined;
  }
}

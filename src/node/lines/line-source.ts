import type { LineIndex } from '../../engine/text/line-index';

/** What is not indexed is looked through for the ends of a line so far and no further; reading it takes about 30 ms. */
export const mostScannedBytes = 64 << 20;

/** What the lines of a log are read from, by its bytes and by its lines. Offsets are of the text; lines count from 0 in it. */
export interface LineSource {
  readonly path: string;
  /** False: its lines are only known to have been there. */
  readonly readable: boolean;
  readonly index: Pick<LineIndex, 'lineEnds'>;
  /** No more bytes are to come for now. */
  readonly complete: boolean;
  /** As far as the text is there. */
  readonly bytes: number;
  readonly indexedBytes: number;
  readonly isIndexed: boolean;
  /** Complete lines before the indexed end; all where all is indexed, one without a line end at the end among them. */
  readonly lines: number;
  /** Undefined where so many line ends were not indexed. */
  startOfLine(line: number): number | undefined;
  /** How many lines begin before the line at `start` does; `start` lies in what is indexed. */
  lineAt(start: number): number;
  /** Where the line that holds the byte begins, or the line that begins there. */
  startAtOrBefore(offset: number): number;
  /** Where the next line begins; the text's end where none does; undefined where that is further than `mostScannedBytes`. */
  nextStart(offset: number): number | undefined;
  /** `[start, end)`; the bytes may be shared and must not be written to. */
  read(start: number, end: number): Uint8Array;
}

const nothing = new Uint8Array(0);

/** In the place of a text that was taken away: so many lines, each of one byte that nobody can read. */
export class LostSource implements LineSource {
  readonly readable = false;
  readonly complete = true;
  readonly isIndexed = true;

  constructor(
    readonly path: string,
    readonly lines: number,
  ) {}

  get index(): { readonly lineEnds: number } {
    return { lineEnds: this.lines };
  }

  get bytes(): number {
    return this.lines;
  }

  get indexedBytes(): number {
    return this.lines;
  }

  startOfLine(line: number): number {
    return line;
  }

  lineAt(start: number): number {
    return start;
  }

  startAtOrBefore(offset: number): number {
    return offset;
  }

  nextStart(offset: number): number {
    return offset + 1;
  }

  read(): Uint8Array {
    return nothing;
  }
}

import type { LinesDescriptor } from '../../protocol/log-lines';
import type { SearchedPiece } from '../../protocol/search';
import type { FoundInLog, PieceEnd } from './found-in-log';
import type { LogPiece } from './log-pieces';

/** Puts together what was found piece by piece, whatever the order they come in. */
export class FoundLines {
  private readonly bits: Uint8Array;
  private readonly waiting = new Map<number, SearchedPiece>();
  private next = 0;
  private source = -1;
  private line = 0;
  private matches = 0;
  private matchedLines = 0;
  private lastPiece: PieceEnd | undefined;

  constructor(
    private readonly sources: readonly LinesDescriptor[],
    private readonly pieces: readonly LogPiece[],
    former?: { readonly result: FoundInLog; readonly from: PieceEnd },
  ) {
    const lines = sources.reduce((most, one) => Math.max(most, one.firstLine + one.lines), 0);
    this.bits = new Uint8Array(Math.ceil(lines / 8));
    if (former) this.goOn(former.result, former.from);
  }

  get matchesSoFar(): number {
    return this.matches;
  }

  add(index: number, piece: SearchedPiece): void {
    this.waiting.set(index, piece);
    for (let now = this.waiting.get(this.next); now; now = this.waiting.get(this.next)) {
      this.waiting.delete(this.next);
      this.append(this.pieces[this.next++], now);
    }
  }

  result(): FoundInLog {
    const { matches, matchedLines, sources, lastPiece } = this;
    return { matches, matchedLines, lines: this.bits.buffer as ArrayBuffer, sources, lastPiece };
  }

  private goOn({ lines }: FoundInLog, from: PieceEnd): void {
    const bytes = Math.ceil(from.line / 8);
    this.bits.set(new Uint8Array(lines, 0, Math.min(bytes, lines.byteLength)));
    if (from.line % 8 !== 0) this.bits[bytes - 1] &= (1 << (from.line % 8)) - 1;
    this.source = from.source;
    this.line = from.line;
    this.matches = from.matches;
    this.matchedLines = from.matchedLines;
    this.lastPiece = from;
  }

  private append({ source, start }: LogPiece, found: SearchedPiece): void {
    if (source !== this.source) this.line = this.sources[source].firstLine;
    this.source = source;
    const { line, matches, matchedLines } = this;
    this.lastPiece = { source, start, line, matches, matchedLines };
    if (found.matchedLines > 0) putBits(this.bits, line, new Uint8Array(found.lines));
    this.line += found.lineCount;
    this.matches += found.matches;
    this.matchedLines += found.matchedLines;
  }
}

/** Sets the bits of `part` from bit `at` on. */
function putBits(bits: Uint8Array, at: number, part: Uint8Array): void {
  const shift = at % 8;
  const first = Math.floor(at / 8);
  for (let i = 0; i < part.length; i++) {
    bits[first + i] |= part[i] << shift;
    if (shift > 0 && first + i + 1 < bits.length) bits[first + i + 1] |= part[i] >>> (8 - shift);
  }
}

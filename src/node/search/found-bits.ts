import type { SearchedPiece } from '../../protocol/search';

/** What was found in a piece: matches come in the order of their lines. */
export class FoundBits {
  private bits = new Uint8Array(1 << 10);
  private matches = 0;
  private matchedLines = 0;
  private last = -1;

  /** Lines count from the piece's first. */
  add(line: number, matches = 1): void {
    this.matches += matches;
    if (line === this.last) return;
    this.last = line;
    this.matchedLines++;
    if (line >>> 3 >= this.bits.length) this.grow(line >>> 3);
    this.bits[line >>> 3] |= 1 << (line & 7);
  }

  /** Whether the line has a match already: it must be the last one that has. */
  has(line: number): boolean {
    return line === this.last;
  }

  piece(lineCount: number): SearchedPiece {
    const { matches, matchedLines } = this;
    const bytes = matchedLines === 0 ? 0 : (this.last >>> 3) + 1;
    return { matches, matchedLines, lineCount, lines: this.bits.slice(0, bytes).buffer };
  }

  private grow(byte: number): void {
    const larger = new Uint8Array(Math.max(byte + 1, this.bits.length * 2));
    larger.set(this.bits);
    this.bits = larger;
  }
}

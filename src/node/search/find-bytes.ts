import { ByteFinder, type SoughtBytes } from './byte-finder';
import { FoundBits } from './found-bits';
import type { PieceText } from './piece-text';
import { isWholeWord } from './whole-word';

/** Looks for bytes in all lines of a piece. */
export class BytesSearch {
  private readonly finder: ByteFinder;

  constructor(
    sought: SoughtBytes,
    private readonly wholeWord: boolean,
  ) {
    this.finder = new ByteFinder(sought);
  }

  search(text: PieceText): FoundBits {
    const found = new FoundBits();
    const { finder } = this;
    let line = 0;
    let counted = text.start;
    for (let at = finder.next(text, text.start, text.end); at >= 0; ) {
      const end = at + finder.length;
      const counts = !this.wholeWord || isWholeWord(text.bytes, at, end, text);
      if (counts) {
        line += text.lineEnds(counted, at);
        counted = at;
        found.add(line);
      }
      at = finder.next(text, counts ? end : at + 1, text.end);
    }
    return found;
  }
}

const lineFeed = 0x0a;
/** More is handed on in pieces: a program that writes no line end must not fill the memory. */
const longestLine = 64 * 1024 * 1024;

/** Holds back what came of a line until its end has come. */
export class WholeLines {
  private pieces: Uint8Array[] = [];
  private held = 0;

  constructor(private readonly longest = longestLine) {}

  /** The lines that are whole now, their ends included; empty where none is. */
  push(chunk: Uint8Array): Uint8Array {
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end === 0 && this.held + chunk.length <= this.longest) {
      this.hold(chunk);
      return new Uint8Array(0);
    }
    const cut = end === 0 ? chunk.length : end;
    const whole = joined([...this.pieces, chunk.subarray(0, cut)]);
    this.pieces = [];
    this.held = 0;
    if (cut < chunk.length) this.hold(chunk.subarray(cut));
    return whole;
  }

  /** The line that has no end, where there is one. */
  rest(): Uint8Array {
    const rest = joined(this.pieces);
    this.pieces = [];
    this.held = 0;
    return rest;
  }

  private hold(piece: Uint8Array): void {
    this.pieces.push(piece);
    this.held += piece.length;
  }
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
}

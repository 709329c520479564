/** Gathers a text that comes in pieces as UTF-8; a surrogate pair cut between two pieces is mended. */
export class TextCollector {
  private readonly pieces: Buffer[] = [];
  private heldBack = '';

  push(piece: string): void {
    const text = this.heldBack + piece;
    const last = text.charCodeAt(text.length - 1);
    const cutsPair = last >= 0xd800 && last <= 0xdbff;
    this.heldBack = cutsPair ? text.slice(-1) : '';
    this.pieces.push(Buffer.from(cutsPair ? text.slice(0, -1) : text));
  }

  /** Everything pushed since the last call. */
  take(): Uint8Array {
    const bytes = Buffer.concat([...this.pieces.splice(0), Buffer.from(this.heldBack)]);
    this.heldBack = '';
    return bytes;
  }
}

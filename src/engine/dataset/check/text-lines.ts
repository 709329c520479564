/** Cuts decoded text at LF; a CR belongs to its line. Text is joined once, however many pieces a line comes in. */
export class TextLines {
  private pieces: string[] = [];
  private length = 0;

  constructor(private readonly line: (line: string) => void) {}

  /** UTF-16 units of the line that is not ended yet. */
  get open(): number {
    return this.length;
  }

  push(text: string): void {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.keep(text.slice(start, end));
      this.tell();
      start = end + 1;
    }
    this.keep(text.slice(start));
  }

  /** A last line without LF is one, too. */
  end(): void {
    if (this.length > 0) this.tell();
  }

  private keep(piece: string): void {
    if (piece === '') return;
    this.pieces.push(piece);
    this.length += piece.length;
  }

  private tell(): void {
    const line = this.pieces.length === 1 ? this.pieces[0] : this.pieces.join('');
    this.pieces = [];
    this.length = 0;
    this.line(line);
  }
}

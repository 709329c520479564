/** Walks through the lines of a text, forwards. Places are UTF-16 units. */
export class TextLines {
  /** Of the line: which it is from 0, where it begins, where its text ends, and where the next one begins. */
  line = 0;
  start = 0;
  end = 0;
  next = 0;
  private lineFeed: number;
  private carriageReturn: number;

  constructor(private readonly text: string) {
    this.lineFeed = this.find('\n', 0);
    this.carriageReturn = this.find('\r', 0);
    this.findEnd();
  }

  /** False where there is no further line: what a last line end ends is the last one. */
  advance(): boolean {
    if (this.next >= this.text.length) return false;
    this.line++;
    this.start = this.next;
    this.findEnd();
    return true;
  }

  /** To the line that holds a place, its line end included; false where that is behind the last one. */
  goTo(place: number): boolean {
    while (place >= this.next) if (!this.advance()) return place <= this.end;
    return true;
  }

  private findEnd(): void {
    if (this.lineFeed < this.start) this.lineFeed = this.find('\n', this.start);
    if (this.carriageReturn < this.start) this.carriageReturn = this.find('\r', this.start);
    const { lineFeed, carriageReturn, text } = this;
    this.end = Math.min(lineFeed, carriageReturn, text.length);
    const isPair = carriageReturn + 1 === lineFeed && carriageReturn === this.end;
    this.next = Math.min(text.length, this.end + (isPair ? 2 : 1));
  }

  private find(end: string, from: number): number {
    const at = this.text.indexOf(end, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}

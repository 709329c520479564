/**
 * Whether a reader is at the end of a growing text and wants to stay there. Lines are 0-based. What is appended moves nothing: only
 * scrolling up leaves the end, and scrolling down to the last line comes back to it.
 */
export class Stickiness {
  private lastSeen: number;
  private atEnd = true;

  constructor(lines: number) {
    this.lastSeen = lines - 1;
  }

  get isAtEnd(): boolean {
    return this.atEnd;
  }

  /** The last line on screen, of so many; the one behind the last line end is empty and may lie below. */
  scrolled(lastVisible: number, lines: number): void {
    if (lastVisible >= lines - 2) this.atEnd = true;
    else if (lastVisible < this.lastSeen) this.atEnd = false;
    this.lastSeen = lastVisible;
  }

  /** A shorter text takes the reader along. */
  changed(lines: number): void {
    this.lastSeen = Math.min(this.lastSeen, lines - 1);
  }

  /** The reader asked for it. */
  resume(lines: number): void {
    this.atEnd = true;
    this.lastSeen = lines - 1;
  }
}

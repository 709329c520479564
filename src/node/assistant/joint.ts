/** Overlaps as short as this come about by chance. */
const leastOverlap = 4;
const leastWithinWord = 12;
/** So far back a model begins anew; the beginning of the answer counts, too. */
const longestOverlap = 20_000;

/**
 * Where an answer goes on behind a cut, models often say the last words, the last sentence or all of it again. Pieces that come are
 * held back only while they say what was said already.
 */
export class Joint {
  private readonly said: string;
  private held = '';
  private isOpen = true;

  constructor(said: string) {
    this.said = said.slice(-longestOverlap);
  }

  /** What of the piece goes on. */
  push(piece: string): string {
    if (!this.isOpen) return piece;
    this.held += piece;
    return this.isRepeated() ? '' : this.end();
  }

  /** What is held back and turned out to be no repetition. */
  end(): string {
    const { held } = this;
    this.held = '';
    if (!this.isOpen) return held;
    this.isOpen = false;
    return held.slice(overlapOf(this.said, held));
  }

  private isRepeated(): boolean {
    return this.held.length < this.said.length && this.said.includes(this.held);
  }
}

/** How many characters of what comes repeat the end of what was said. */
function overlapOf(said: string, coming: string): number {
  for (let length = Math.min(said.length, coming.length); length >= leastOverlap; length--) {
    if (!said.endsWith(coming.slice(0, length))) continue;
    const before = said[said.length - length - 1];
    const beginsWord = before === undefined || /\s/.test(before) || /\s/.test(coming[0]);
    if (beginsWord || length >= leastWithinWord) return length;
  }
  return 0;
}

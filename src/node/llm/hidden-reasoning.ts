const opening = /^\s*<(think|thinking)>/i;
const tags = ['<think>', '<thinking>'];
/** More than the longest closing tag. */
const tailLetters = 16;

/**
 * Takes out what a model wrote between `<think>` and `</think>` before its answer: it is no answer, and no claim in it is checked. Only
 * there: further down these may be words of a log.
 */
export class HiddenReasoning {
  private state: 'before' | 'inside' | 'behind' = 'before';
  private held = '';
  private hadReasoning = false;

  /** What of it may be shown by now. */
  push(text: string): string {
    if (this.state === 'behind') return text;
    this.held += text;
    return this.state === 'before' ? this.begin() : this.close();
  }

  /** What was held back until it was clear that it is none. */
  end(): string {
    return this.state === 'before' ? this.held : '';
  }

  private begin(): string {
    const found = opening.exec(this.held);
    if (found) {
      this.state = 'inside';
      this.hadReasoning = true;
      this.held = this.held.slice(found[0].length);
      return this.close();
    }
    const start = this.held.trimStart().toLowerCase();
    if (tags.some((tag) => tag.startsWith(start))) return '';
    this.state = 'behind';
    return this.hadReasoning ? this.held.trimStart() : this.held;
  }

  private close(): string {
    const end = /<\/(?:think|thinking)>/i.exec(this.held);
    if (!end) {
      this.held = this.held.slice(-tailLetters);
      return '';
    }
    this.held = this.held.slice(end.index + end[0].length);
    this.state = 'before';
    return this.begin();
  }
}

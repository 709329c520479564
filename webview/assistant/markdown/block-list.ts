import type { Token } from 'marked';
import { blockTokens } from './answer-lexer';

/** Text after so much of it is shown as it is: the lexer's time for any text is bounded by this. */
const mostLexed = 60_000;

/**
 * The blocks of a text that grows. Only what may have changed is read again: blocks before an empty line stay what they are once
 * the block after it stands as it did.
 */
export class BlockList {
  private source = '';
  private tokens: readonly Token[] = [];

  /** All blocks of `text`, those that are the same objects as before first. */
  update(text: string): readonly Token[] {
    const source = text.replace(/\r\n?/g, '\n');
    const { count, end } = this.settled(source);
    const read = blockTokens(source.slice(end, mostLexed));
    this.tokens = [...this.tokens.slice(0, count), ...read, ...unread(source)];
    this.source = source;
    return this.tokens;
  }

  /** How many blocks cannot be others in `source`, and how much of it they take. */
  private settled(source: string): { readonly count: number; readonly end: number } {
    const same = commonPrefix(this.source, source);
    let settled = { count: 0, end: 0 };
    let at = 0;
    for (const [index, { type, raw }] of this.tokens.entries()) {
      const end = at + raw.length;
      // A block that was put together of several may hold other text than it was read from.
      if (end > same || !source.startsWith(raw, at)) break;
      if (type !== 'space' && source.startsWith('\n\n', at - 2)) settled = { count: index, end: at };
      at = end;
    }
    return settled;
  }
}

function unread(source: string): Token[] {
  const rest = source.slice(mostLexed);
  return rest === '' ? [] : [{ type: 'text', raw: rest, text: rest }];
}

function commonPrefix(a: string, b: string): number {
  if (b.startsWith(a)) return a.length;
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

import type { SecretKind } from './secret';

/** Digits of a placeholder's number: more different secrets of a kind than this can number no memory holds. */
const mostDigits = 9;

/**
 * How models write a placeholder back: as it was, with Markdown's backslashes, with HTML's entities, or bare. Bare ones must stand
 * alone as a word; beside an angle bracket they are part of something else.
 */
const brackets = [
  ['\\<', '\\>'],
  ['&lt;', '&gt;'],
  ['<', '>'],
  ['', ''],
] as const;

/** What no bare placeholder may stand behind. Chinese has no spaces: its characters join nothing. */
const joinedBefore = /[A-Za-z0-9_>]/;
const mayBegin = /[\\&<A-Z]/;

/** All that `restore` looks at, and therefore all that `redact` hides: else text that looks so would be put back as something else. */
export function placeholderPattern(kinds: readonly SecretKind[]): RegExp {
  const names = [...kinds]
    .sort((a, b) => b.length - a.length)
    .map((kind) => `${kind}_`.replaceAll('_', '\\\\?_'));
  const body = `(?:${names.join('|')})\\d{1,${mostDigits}}`;
  return new RegExp(
    `\\\\<${body}\\\\>|&lt;${body}&gt;|<${body}>|(?<![A-Za-z0-9_>])${body}(?![A-Za-z0-9_<])`,
    'g',
  );
}

/** `\<IP\_3\>`, `IP_3` → `<IP_3>`. */
function plainPlaceholder(written: string): string {
  const bare = written.replace(/^(?:\\<|&lt;|<)/, '').replace(/(?:\\>|&gt;|>)$/, '');
  return `<${bare.replaceAll('\\', '')}>`;
}

/**
 * Puts secrets back into text that comes in pieces: the same for any pieces. It holds back only what may still become a placeholder,
 * from its first character on.
 */
export class PlaceholderRestorer {
  /** The last character told, which decides whether a word begins behind it; '' in the beginning. */
  private before = '';
  private held = '';
  private readonly pattern: RegExp;
  private readonly longest: number;

  constructor(
    private readonly kinds: readonly SecretKind[],
    private readonly secretOf: (placeholder: string) => string | undefined,
  ) {
    this.pattern = placeholderPattern(kinds);
    this.longest = 2 * Math.max(...kinds.map((kind) => kind.length)) + mostDigits + 10;
  }

  /** What can be shown now. */
  push(piece: string): string {
    const text = this.held + piece;
    return this.tell(text, this.firstUndecided(text));
  }

  /** What was held back, which became nothing. */
  end(): string {
    return this.tell(this.held, this.held.length);
  }

  private tell(text: string, end: number): string {
    const seen = this.before + text;
    const offset = this.before.length;
    let told = '';
    let at = 0;
    this.pattern.lastIndex = offset;
    for (let match = this.pattern.exec(seen); match; match = this.pattern.exec(seen)) {
      const start = match.index - offset;
      if (start >= end) break;
      told += text.slice(at, start) + (this.secretOf(plainPlaceholder(match[0])) ?? match[0]);
      at = start + match[0].length;
    }
    told += text.slice(at, end);
    this.before = seen.slice(0, offset + end).slice(-1);
    this.held = text.slice(end);
    return told;
  }

  private firstUndecided(text: string): number {
    for (let at = Math.max(0, text.length - this.longest); at < text.length; at++) {
      if (!mayBegin.test(text[at])) continue;
      const isJoined = joinedBefore.test(at === 0 ? this.before : text[at - 1]);
      if (this.mayBecomeOne(text.slice(at), isJoined)) return at;
    }
    return text.length;
  }

  private mayBecomeOne(tail: string, isJoined: boolean): boolean {
    return brackets.some(([open, close]) => {
      if (tail.length <= open.length) return open.startsWith(tail);
      if (!tail.startsWith(open) || (open === '' && isJoined)) return false;
      return this.mayBecomeBody(tail.slice(open.length), close);
    });
  }

  private mayBecomeBody(body: string, close: string): boolean {
    const plain = body.replaceAll('\\_', '_');
    return this.kinds.some((kind) => {
      const name = `${kind}_`;
      if (!plain.startsWith(name)) return name.startsWith(plain.replace(/\\$/, ''));
      const [number] = /^\d{0,9}/.exec(plain.slice(name.length)) ?? [''];
      const rest = plain.slice(name.length + number.length);
      return rest === '' || (number !== '' && rest !== close && close.startsWith(rest));
    });
  }
}

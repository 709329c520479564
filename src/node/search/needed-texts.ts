import type { PatternToken } from './pattern-tokens';

/** More are not looked for: each is looked for by itself. */
const mostTexts = 8;

/** Parts of a pattern one behind the other: characters that stand there, groups by their alternatives, what takes no room, and what may be anything. */
type Part =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'group'; readonly ways: readonly (readonly Part[])[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'other' };

const other: Part = { kind: 'other' };

/**
 * Texts of which one at least stands in every match; none where nothing of the kind is known. Of several such sets the one whose
 * shortest text is longest: it is the rarest.
 */
export function neededTexts(tokens: readonly PatternToken[]): readonly string[] {
  return ofWays(new Parts(tokens).ways(), rarestOfWay);
}

/** Texts of which every match begins with one; none where nothing of the kind is known. */
export function firstTexts(tokens: readonly PatternToken[]): readonly string[] {
  return ofWays(new Parts(tokens).ways(), firstOfWay);
}

function firstOfWay(parts: readonly Part[]): readonly string[] {
  const from = parts.findIndex(({ kind }) => kind !== 'nothing');
  const first = parts[from];
  if (first?.kind === 'group') return ofWays(first.ways, firstOfWay);
  let run = '';
  for (let i = from; parts[i]?.kind === 'char'; i++) run += (parts[i] as { readonly char: string }).char;
  return run === '' ? [] : [run];
}

function ofWays(
  ways: readonly (readonly Part[])[],
  ofWay: (parts: readonly Part[]) => readonly string[],
): readonly string[] {
  const sets = ways.map(ofWay);
  const all = [...new Set(sets.flat())];
  return sets.every((set) => set.length > 0) && all.length <= mostTexts ? all : [];
}

function rarestOfWay(parts: readonly Part[]): readonly string[] {
  let best: readonly string[] = [];
  let run = '';
  const offer = (set: readonly string[]) => {
    if (shortest(set) > shortest(best)) best = set;
  };
  for (const part of parts) {
    if (part.kind === 'char') run += part.char;
    else {
      offer([run]);
      run = '';
    }
    if (part.kind === 'group') offer(ofWays(part.ways, rarestOfWay));
  }
  offer([run]);
  return best;
}

function shortest(set: readonly string[]): number {
  return set.length === 0 ? 0 : Math.min(...set.map(({ length }) => length));
}

/** Reads the tokens of a pattern that is well formed. */
class Parts {
  private at = 0;

  constructor(private readonly tokens: readonly PatternToken[]) {}

  /** Up to the end of the group it stands in. */
  ways(): readonly (readonly Part[])[] {
    const ways: Part[][] = [[]];
    for (; this.at < this.tokens.length && this.tokens[this.at].kind !== 'close'; this.at++) {
      if (this.tokens[this.at].kind === 'or') ways.push([]);
      else ways[ways.length - 1].push(...this.part());
    }
    return ways;
  }

  private part(): readonly Part[] {
    const part = this.single(this.tokens[this.at]);
    const next = this.tokens[this.at + 1];
    if (next?.kind !== 'quantifier') return [part];
    this.at++;
    // Once is sure; what follows the repeats is not what follows the first.
    return next.least === 0 ? [other] : [part, other];
  }

  private single({ kind, text, char }: PatternToken): Part {
    if (kind === 'char') return { kind, char: char ?? '' };
    if (kind === 'assertion') return { kind: 'nothing' };
    if (kind !== 'open') return other;
    this.at++;
    const ways = this.ways();
    // What looks ahead or back matches nothing itself, and may say what must not be.
    return /^\(\?<?[=!]/.test(text) ? other : { kind: 'group', ways };
  }
}

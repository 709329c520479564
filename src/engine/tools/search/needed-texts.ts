/** Shorter ones stand nearly everywhere: looking for them costs more than it saves. */
const shortest = 3;
const quantifiers = '*?{+';

/**
 * Texts in lower case of which every text a pattern in RE2 syntax matches holds one, whatever its case; undefined where nothing is sure.
 * One each alternative: the longest run of characters that stand for themselves, outside of groups and classes.
 */
export function neededTexts(pattern: string): readonly string[] | undefined {
  if (pattern.includes('\\Q')) return undefined;
  const runs = new Runs();
  for (let at = 0; at < pattern.length; ) at = runs.take(pattern, at);
  return runs.needed();
}

class Runs {
  /** By alternative. */
  private readonly longest: string[] = [''];
  private run = '';

  needed(): readonly string[] | undefined {
    this.end();
    return this.longest.every(({ length }) => length >= shortest) ? this.longest : undefined;
  }

  /** Takes what stands at a place; gives the place behind it. */
  take(pattern: string, at: number): number {
    const character = pattern[at];
    if (character === '(' || character === '[') {
      this.end();
      return character === '(' ? afterGroup(pattern, at) : afterClass(pattern, at);
    }
    if (quantifiers.includes(character)) return this.quantified(pattern, at);
    if (character === '|') {
      this.end();
      this.longest.push('');
    } else if (character === '\\') {
      this.add(/[^\w\s]/.test(pattern[at + 1] ?? 'w') ? pattern[at + 1] : undefined);
      return at + 2;
    } else this.add('.^$)'.includes(character) ? undefined : character);
    return at + 1;
  }

  /** What was before it may come more than once, or not at all. */
  private quantified(pattern: string, at: number): number {
    if (pattern[at] !== '+') this.run = this.run.slice(0, -1);
    this.end();
    if (pattern[at] !== '{') return at + 1;
    const end = pattern.indexOf('}', at);
    return end < 0 ? pattern.length : end + 1;
  }

  /** Characters whose other cases are not told by `toLowerCase` end a run. */
  private add(character: string | undefined): void {
    const isPlain =
      character !== undefined &&
      (character <= '~' || (character.toLowerCase() === character && character.toUpperCase() === character));
    if (isPlain) this.run += character.toLowerCase();
    else this.end();
  }

  private end(): void {
    const last = this.longest.length - 1;
    if (this.run.length > this.longest[last].length) this.longest[last] = this.run;
    this.run = '';
  }
}

function afterGroup(pattern: string, from: number): number {
  let depth = 0;
  for (let at = from; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '[') at = afterClass(pattern, at) - 1;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  return pattern.length;
}

/** A bracket that comes first in a class, and those of `[:alpha:]`, do not end it. */
function afterClass(pattern: string, from: number): number {
  let at = from + (pattern[from + 1] === '^' ? 2 : 1);
  if (pattern[at] === ']') at++;
  for (; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern.startsWith('[:', at)) at = Math.max(at, pattern.indexOf(':]', at) + 1);
    else if (pattern[at] === ']') return at + 1;
  }
  return pattern.length;
}

import type { RE2JS, RE2Set } from 're2js';

/** Memory of the one automaton of all patterns; beyond it states are forgotten and made again. */
const automatonBytes = 8 << 20;
/** A masked message is at most 8 KiB; what is longer came in another way. */
const longestText = 16_384;

let loaded: typeof import('re2js') | undefined;

/**
 * To be awaited once before patterns are looked at. Its tables of characters take a fiftieth of a second to load, which only those pay
 * who wrote patterns.
 */
export async function loadPatterns(): Promise<void> {
  loaded ??= await import('re2js');
}

/** The engine itself, once `loadPatterns` was awaited. */
export function re2(): typeof import('re2js') {
  if (loaded === undefined) throw new Error('loadPatterns must have been awaited before patterns are used.');
  return loaded;
}

/** Why a pattern is none in RE2 syntax, in the engine's words; undefined where it is one. */
export function problemOfPattern(pattern: string): string | undefined {
  const { RE2JS, RE2JSException } = re2();
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message.replace(/^error parsing regexp: /, '');
    throw error;
  }
}

/**
 * Finds which of many patterns match a text, in one pass over it (an automaton of all; Thompson 1968, RE2): time is linear in the
 * text whatever the patterns are.
 */
export class PatternSearch<Owner> {
  private readonly set: RE2Set;
  private readonly owners: Owner[] = [];
  private readonly patterns: RE2JS[] = [];

  constructor() {
    const { RE2Set } = re2();
    this.set = new RE2Set(RE2Set.UNANCHORED, 0, automatonBytes);
  }

  /** Only before the first `find`; throws for what `problemOfPattern` names. */
  add(owner: Owner, pattern: string): void {
    this.patterns.push(re2().RE2JS.compile(pattern));
    this.owners.push(owner);
    this.set.add(pattern);
  }

  /** What each owner's pattern matches first. */
  find(text: string): ReadonlyMap<Owner, string> {
    if (this.owners.length === 0) return new Map();
    const looked = text.length > longestText ? text.slice(0, longestText) : text;
    return new Map(this.set.match(looked).map((at) => [this.owners[at], this.matched(at, looked)]));
  }

  private matched(at: number, text: string): string {
    const matcher = this.patterns[at].matcher(text);
    return matcher.find() ? (matcher.group() ?? '') : '';
  }
}

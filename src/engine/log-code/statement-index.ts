import type { LevelName } from '../model/level';
import { likeness, mostLikeness } from './alignment';
import { type MessageWords, weightOf, wordsOfMessage, wordsOfTemplate } from './message-words';

interface Indexed<Statement> {
  readonly statement: Statement;
  readonly words: MessageWords;
  readonly level: LevelName | null;
}

/** Below it the words that differ say more than those that agree. */
const leastLikeness = 0.6;

/** Within it of the best, another statement may have written the lines as well. */
const margin = 0.02;

/** A level that agrees decides between statements of the same words. */
const levelBonus = 0.05;

/** A message must say that much to be known by it. */
const leastLetters = 4;

/** Statements that say so much alike are not told apart. */
const mostMatches = 20;

/** Which statements could have written lines of a template, by the words they have in common. */
export class StatementIndex<
  Statement extends { readonly message: string; readonly level: LevelName | null },
> {
  /** By the rarest of their words. */
  private readonly byWord = new Map<string, Indexed<Statement>[]>();

  constructor(statements: readonly Statement[]) {
    const indexed = statements.map((statement) => ({
      statement,
      words: wordsOfMessage(statement.message),
      level: statement.level,
    }));
    const counts = countsOf(indexed);
    for (const one of indexed) {
      const key = rarest(one.words, counts);
      if (key === undefined || lettersOf(one.words) < leastLetters) continue;
      const others = this.byWord.get(key);
      if (others) others.push(one);
      else this.byWord.set(key, [one]);
    }
  }

  /** Those that fit best, in the order given; several only where nothing tells them apart. */
  match(pattern: string, level: LevelName): readonly Statement[] {
    const words = wordsOfTemplate(pattern);
    const keys = new Set(words.filter((word) => word !== null));
    const scored = [...keys]
      .flatMap((key) => this.byWord.get(key) ?? [])
      .filter((one) => mostLikeness(one.words, keys) >= leastLikeness)
      .map((one) => ({ one, score: likeness(one.words, words) }))
      .filter(({ score }) => score >= leastLikeness)
      .map(({ one, score }) => ({ one, score: one.level === level ? score + levelBonus : score }));
    const top = scored.reduce((highest, { score }) => Math.max(highest, score), 0);
    const best = scored.filter(({ score }) => score >= top - margin).slice(0, mostMatches);
    return best.map(({ one }) => one.statement);
  }
}

function countsOf(indexed: readonly Indexed<unknown>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of indexed)
    for (const word of new Set(words)) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Without digits, which a template may have masked; of equally rare words the longest. */
function rarest(words: MessageWords, counts: ReadonlyMap<string, number>): string | undefined {
  const constant = words.filter((word) => word !== null && !/\d/.test(word)) as string[];
  const rank = (word: string) => (counts.get(word) ?? 0) - Math.min(word.length, 99) / 100;
  return constant.toSorted((a, b) => rank(a) - rank(b))[0];
}

function lettersOf(words: MessageWords): number {
  return words.reduce((sum, word) => sum + (word === null ? 0 : weightOf(word)), 0);
}

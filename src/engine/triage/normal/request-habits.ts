import type { TemplateStatistics } from '../../features/template-statistics';
import type { RecordIndex, TemplateId } from '../../model/units';
import { identifierAt, identifiersOf, wordsOf } from './identifiers';
import type { RecordPassages } from './record-passages';

/** What nearly always comes next with the same identifier. */
export interface Habit {
  readonly template: TemplateId;
  /** How often it came next, of how many looked at. */
  readonly taken: number;
  readonly looked: number;
  /** Records that came next so, in order. */
  readonly examples: readonly RecordIndex[];
  /** Words that the lines looked at have in common; empty where all of the template are alike. */
  readonly words: readonly string[];
}

const mostLooked = 60;
const leastLooked = 10;
const leastShare = 0.8;
/** A word that tells lines of a template apart: not in nearly all of them, and not in next to none. */
const leastWordShare = 0.04;
const mostWordShare = 0.8;
/** Looking among alike lines reads up to 240 of them, a millisecond or two. */
const mostAlikeLookups = 12;
const holdsDigit = /\d/;

/** For lines of a template: what usually comes next in the same request. Each answer is kept. */
export class RequestHabits {
  private readonly known = new Map<string, Habit | undefined>();
  private readonly wordSets = new Map<TemplateId, readonly ReadonlySet<string>[]>();
  private alikeLookups = 0;

  constructor(
    private readonly statistics: TemplateStatistics,
    private readonly passages: RecordPassages,
    private readonly occurrences: ReadonlyMap<TemplateId, readonly RecordIndex[]>,
  ) {}

  /** The habit of the record's template, else that of the lines of it that share its telling words. */
  after(record: RecordIndex, identifier: string): Habit | undefined {
    const line = this.passages.firstLine(record);
    const index = identifiersOf(line).find(({ text }) => text === identifier)?.index;
    if (index === undefined) return undefined;
    const template = this.statistics.templateOf(record);
    const occurrences = this.occurrences.get(template) ?? [];
    if (occurrences.length < leastLooked) return undefined;
    return (
      this.once(`${template} ${index}`, () => this.habitAmong(occurrences, index, [])) ??
      this.habitOfAlike(template, line, index)
    );
  }

  private habitOfAlike(template: TemplateId, line: string, index: number): Habit | undefined {
    const sets = this.wordSetsOf(template);
    if (sets === undefined) return undefined;
    const words = [...new Set(wordsOf(line))].filter((word) => isTelling(word, sets));
    if (words.length === 0) return undefined;
    const occurrences = this.occurrences.get(template) ?? [];
    return this.once(`${template} ${index} ${words.join(' ')}`, () => {
      const alike = occurrences.filter((_, i) => words.every((word) => sets[i].has(word)));
      return this.habitAmong(alike, index, words);
    });
  }

  /** Undefined once enough were read. */
  private wordSetsOf(template: TemplateId): readonly ReadonlySet<string>[] | undefined {
    const known = this.wordSets.get(template);
    if (known !== undefined || ++this.alikeLookups > mostAlikeLookups) return known;
    const occurrences = this.occurrences.get(template) ?? [];
    const sets = occurrences.map((record) => new Set(wordsOf(this.passages.firstLine(record))));
    this.wordSets.set(template, sets);
    return sets;
  }

  private once(key: string, find: () => Habit | undefined): Habit | undefined {
    if (!this.known.has(key)) this.known.set(key, find());
    return this.known.get(key);
  }

  private habitAmong(
    occurrences: readonly RecordIndex[],
    index: number,
    words: readonly string[],
  ): Habit | undefined {
    const nexts = new Map<TemplateId, RecordIndex[]>();
    let looked = 0;
    for (const record of evenly(occurrences, mostLooked)) {
      const identifier = identifierAt(this.passages.firstLine(record), index);
      if (identifier === undefined) continue;
      looked++;
      const next = this.passages.nextHolding(record, identifier);
      if (next === undefined) continue;
      const template = this.statistics.templateOf(next);
      nexts.set(template, [...(nexts.get(template) ?? []), next]);
    }
    if (looked < leastLooked) return undefined;
    const usual = [...nexts].find(([, examples]) => examples.length >= looked * leastShare);
    if (usual === undefined) return undefined;
    const [template, examples] = usual;
    return { template, taken: examples.length, looked, examples, words };
  }
}

function isTelling(word: string, sets: readonly ReadonlySet<string>[]): boolean {
  if (word.length < 3 || holdsDigit.test(word)) return false;
  const count = sets.reduce((sum, set) => (set.has(word) ? sum + 1 : sum), 0);
  return count >= sets.length * leastWordShare && count <= sets.length * mostWordShare;
}

/** At most `limit` of them, evenly spread. */
function evenly<Item>(items: readonly Item[], limit: number): Item[] {
  if (items.length <= limit) return [...items];
  return Array.from({ length: limit }, (_, i) => items[Math.floor((i * items.length) / limit)]);
}

import type { TemplateStatistics } from '../../features/template-statistics';
import type { RecordIndex, TemplateId } from '../../model/units';
import { constantWordsOf, sharedInOrder, WordIndex } from './shared-words';

/** How many times commoner a line must be, and how often it must occur at least, to be called usual. */
const timesCommoner = 10;
const leastCount = 10;
/** The commonest are compared: what is usual is among them. */
const mostCandidates = 2_000;
const mostWanted = 300;
const stepCandidates = 128;
/** Lines that share fewer words, or less than this share of both, speak of different things. */
const leastShared = 3;
const leastSimilarity = 0.5;
/** Lines that begin with the same two words speak of the same thing, however they go on. */
const leastSimilarityOfSameBeginning = 0.35;

interface Worded {
  readonly template: TemplateId;
  readonly component: number;
  readonly words: readonly string[];
}

interface Match {
  readonly template: TemplateId;
  readonly similarity: number;
}

/**
 * The much commoner template of the same component whose words are most like a finding's: where more than two
 * words differ. An inverted index keeps the work to pairs that share words.
 */
export class SimilarTemplates {
  private readonly best = new Map<TemplateId, Match>();

  constructor(private readonly statistics: TemplateStatistics) {}

  of(record: RecordIndex): TemplateId | undefined {
    return this.best.get(this.statistics.templateOf(record))?.template;
  }

  /** None of `odd` is usual. Yields now and then. */
  *search(wanted: readonly RecordIndex[], odd: ReadonlySet<TemplateId>): Generator<void, void> {
    const sought = this.sought(wanted);
    const index = new WordIndex(sought.map(({ words }) => words));
    let looked = 0;
    for (const candidate of this.candidates(odd)) {
      if (++looked % stepCandidates === 0) yield;
      for (const i of index.sharing(candidate.words, leastShared)) this.compare(sought[i], candidate);
    }
  }

  private sought(wanted: readonly RecordIndex[]): Worded[] {
    const first = new Map<TemplateId, RecordIndex>();
    for (const record of wanted) {
      const template = this.statistics.templateOf(record);
      if (!first.has(template)) first.set(template, record);
    }
    return [...first.values()].slice(0, mostWanted).map((record) => this.worded(record));
  }

  /** The commonest first, the older of equals. */
  private *candidates(odd: ReadonlySet<TemplateId>): Generator<Worded> {
    const { templateCounts } = this.statistics;
    const common = Array.from(templateCounts.keys())
      .filter((id) => templateCounts[id] >= leastCount)
      .filter((id) => !odd.has(id as TemplateId))
      .sort((a, b) => templateCounts[b] - templateCounts[a] || a - b);
    for (const id of common.slice(0, mostCandidates)) {
      const record = this.statistics.firstRecord(id as TemplateId);
      if (record !== undefined) yield this.worded(record);
    }
  }

  private worded(record: RecordIndex): Worded {
    const template = this.statistics.templateOf(record);
    const component = this.statistics.records.component.get(record);
    return { template, component, words: constantWordsOf(this.statistics.mined.template(template).pattern) };
  }

  private compare(sought: Worded, candidate: Worded): void {
    const { templateCounts } = this.statistics;
    if (sought.component !== candidate.component) return;
    if (templateCounts[candidate.template] < templateCounts[sought.template] * timesCommoner) return;
    const similarity = similarityOf(sought.words, candidate.words);
    if (similarity <= (this.best.get(sought.template)?.similarity ?? 0)) return;
    this.best.set(sought.template, { template: candidate.template, similarity });
  }
}

/** Dice's coefficient of the words in common order; 0 where that is too little. */
function similarityOf(a: readonly string[], b: readonly string[]): number {
  const shared = sharedInOrder(a, b);
  const similarity = (2 * shared) / (a.length + b.length);
  const beginAlike = a[0] === b[0] && a[1] === b[1];
  const least = beginAlike ? leastSimilarityOfSameBeginning : leastSimilarity;
  return shared >= leastShared && similarity >= least ? similarity : 0;
}

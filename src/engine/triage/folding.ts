import { Uint32Column } from '../model/column';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import { Quiet } from './quiet';

/** One finding: a record, and those after it that say the same until it stays quiet for long. */
export interface Episode {
  readonly first: RecordIndex;
  readonly last: RecordIndex;
  /** Records, the first among them. */
  readonly count: number;
  /** The one of the highest score; of equals the first. */
  readonly strongest: RecordIndex;
  /** Its score. */
  readonly score: number;
}

/** A record that stands for itself alone. */
export function episodeOf(record: RecordIndex, score: number): Episode {
  return { first: record, last: record, count: 1, strongest: record, score };
}

/** Folds records that say the same into episodes; 24 bytes an episode, in order of their first records. */
export class Folding {
  private readonly first = new Uint32Column();
  private readonly last = new Uint32Column();
  private readonly count = new Uint32Column();
  private readonly strongest = new Uint32Column();
  private readonly scores: number[] = [];
  /** Episodes of what another one says too. */
  private readonly again = new Set<number>();
  /** By what it says, the episode that goes on. */
  private readonly current = new Map<number, number>();
  private readonly quiet: Quiet;

  constructor(records: RecordTable) {
    this.quiet = new Quiet(records);
  }

  get length(): number {
    return this.first.length;
  }

  at(index: number): Episode {
    return {
      first: this.first.get(index) as RecordIndex,
      last: this.last.get(index) as RecordIndex,
      count: this.count.get(index),
      strongest: this.strongest.get(index) as RecordIndex,
      score: this.scores[index],
    };
  }

  /** Whether another episode says the same. */
  isAgain(index: number): boolean {
    return this.again.has(index);
  }

  /** Records must come in ascending order. `says`: equal where two records say the same. */
  add(record: RecordIndex, score: number, says: number): void {
    const index = this.current.get(says);
    if (index === undefined || this.quiet.separates(this.at(index), record)) this.open(record, score, says);
    else this.goOn(index, record, score);
  }

  private open(record: RecordIndex, score: number, says: number): void {
    const before = this.current.get(says);
    if (before !== undefined) this.again.add(before).add(this.first.length);
    this.current.set(says, this.first.length);
    this.first.push(record);
    this.last.push(record);
    this.count.push(1);
    this.strongest.push(record);
    this.scores.push(score);
  }

  private goOn(index: number, record: RecordIndex, score: number): void {
    this.last.set(index, record);
    this.count.set(index, this.count.get(index) + 1);
    if (score <= this.scores[index]) return;
    this.scores[index] = score;
    this.strongest.set(index, record);
  }
}

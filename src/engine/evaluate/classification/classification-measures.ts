import { type SequenceLabel, sequenceLabels } from '../../dataset/sequence';

/** An example whose label is known, and what was answered. */
export interface ClassifiedExample {
  readonly expected: SequenceLabel;
  /** Null where the answer says none that can be read, or there was no answer. */
  readonly answered: SequenceLabel | null;
  readonly expectedCategory: string | null;
  /** Null where none was named. */
  readonly answeredCategory: string | null;
}

/** Of examples of one label: how many were answered so. */
export interface AnsweredAs {
  readonly normal: number;
  readonly anomalous: number;
  readonly neither: number;
}

/** How often anomalous examples of one category were taken for what. */
export interface CategoryCell {
  readonly expected: string;
  /** Null where the answer names none, as one that says normal. */
  readonly answered: string | null;
  readonly count: number;
}

export interface CategoryMeasures {
  /** Anomalous examples of which the category is known. */
  readonly examples: number;
  /** Of them those whose category was named rightly. */
  readonly right: number;
  /** By expected category, then by answer, by their names. */
  readonly cells: readonly CategoryCell[];
}

/** Anomalous is what is looked for. Shares are 0 to 1, and null where nothing of their kind was there. */
export interface ClassificationMeasures {
  readonly examples: number;
  /** What was answered neither way counts as wrong. */
  readonly accuracy: number | null;
  /** Of what was called anomalous. */
  readonly precision: number | null;
  /** Of what is anomalous; what was answered neither way was not found. */
  readonly recall: number | null;
  readonly f1: number | null;
  readonly confusion: Readonly<Record<SequenceLabel, AnsweredAs>>;
  /** Null where no category was named in any answer, or none is known. */
  readonly categories: CategoryMeasures | null;
}

export function measureClassified(examples: readonly ClassifiedExample[]): ClassificationMeasures {
  const [normal, anomalous] = sequenceLabels.map((label) =>
    answeredAs(examples.filter(({ expected }) => expected === label)),
  );
  const found = anomalous.anomalous;
  const called = found + normal.anomalous;
  const all = totalOf(anomalous);
  return {
    examples: examples.length,
    accuracy: share(normal.normal + found, examples.length),
    precision: share(found, called),
    recall: share(found, all),
    f1: all === 0 ? null : share(2 * found, all + called),
    confusion: { normal, anomalous },
    categories: categoriesOf(examples),
  };
}

function answeredAs(examples: readonly ClassifiedExample[]): AnsweredAs {
  const count = (label: SequenceLabel | null) => examples.filter(({ answered }) => answered === label).length;
  return { normal: count('normal'), anomalous: count('anomalous'), neither: count(null) };
}

function totalOf({ normal, anomalous, neither }: AnsweredAs): number {
  return normal + anomalous + neither;
}

function categoriesOf(all: readonly ClassifiedExample[]): CategoryMeasures | null {
  const examples = all.filter((each) => each.expected === 'anomalous' && each.expectedCategory !== null);
  if (examples.length === 0 || examples.every(({ answeredCategory }) => answeredCategory === null))
    return null;
  const cells = new Map<string, CategoryCell>();
  for (const { expectedCategory, answeredCategory: answered } of examples) {
    const expected = expectedCategory ?? '';
    const key = JSON.stringify([expected, answered]);
    cells.set(key, { expected, answered, count: (cells.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  const right = sorted.reduce((sum, cell) => sum + (cell.expected === cell.answered ? cell.count : 0), 0);
  return { examples: examples.length, right, cells: sorted };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

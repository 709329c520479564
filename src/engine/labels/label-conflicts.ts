import type { LabelSubject, TaughtLabel } from './label';
import { labelKey, namedRecordOf } from './label-key';
import { recordNames } from './record-names';

/** More nobody reads beside one label. That there are some is what counts, and of a made-up file all pairs would fill the memory. */
const mostOpposed = 20;

/** By label, indexes of those that say the opposite of the same (`sameSubject`), at most 20; ascending. Linear in the labels. */
export function labelConflicts(labels: readonly TaughtLabel[]): readonly (readonly number[])[] {
  const names = labels.map(({ subject }) => namesOf(subject));
  const own = new LabelsByName();
  const former = new LabelsByName();
  for (const [index, { verdict }] of labels.entries()) {
    for (const name of names[index].own) own.add(name, verdict, index);
    for (const name of names[index].former) former.add(name, verdict, index);
  }
  return labels.map(({ verdict }, index) => {
    const opposite = verdict === 'normal' ? 'anomalous' : 'normal';
    const opposed = new Set<number>();
    for (const name of names[index].own) {
      take(own.of(name, opposite), opposed);
      take(former.of(name, opposite), opposed);
    }
    for (const name of names[index].former) take(own.of(name, opposite), opposed);
    return [...opposed].sort((a, b) => a - b);
  });
}

class LabelsByName {
  private readonly indexes = new Map<string, number[]>();

  add(name: string, verdict: TaughtLabel['verdict'], index: number): void {
    const key = `${verdict} ${name}`;
    const known = this.indexes.get(key);
    if (known === undefined) this.indexes.set(key, [index]);
    else known.push(index);
  }

  of(name: string, verdict: TaughtLabel['verdict']): readonly number[] {
    return this.indexes.get(`${verdict} ${name}`) ?? [];
  }
}

function take(from: readonly number[], into: Set<number>): void {
  for (const index of from) {
    if (into.size >= mostOpposed) return;
    into.add(index);
  }
}

interface Names {
  readonly own: readonly string[];
  /** Ids it had while the log was shorter: the same as another's own, never as another's former. */
  readonly former: readonly string[];
}

function namesOf(subject: LabelSubject): Names {
  const key = labelKey(subject);
  const named = namedRecordOf(subject);
  if (named === undefined) return { own: [key], former: [] };
  const { own, former } = recordNames(named);
  const naming = (name: string) => `${subject.kind} by ${name}`;
  return { own: [key, naming(own)], former: former.map(naming) };
}

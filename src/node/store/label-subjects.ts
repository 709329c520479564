import type { LabelSubject } from '../../engine/labels/label';
import { labelKey, namedRecordOf } from '../../engine/labels/label-key';
import { identityOf, namesLabelled, recordNames } from '../../engine/labels/record-names';
import { eachOf, mapped, type Steps } from '../in-turns';
import { type Label, subjectOf } from './label-line';

/** For the extension, which takes no values of the engine. */
export { identityOf, labelKey, namesLabelled, recordNames };

/** Names of what a label speaks of: today's, and those it had while the log was shorter. */
interface Names {
  readonly key: string;
  readonly former: readonly string[];
}

/** An incident is named by its worst finding; see `sameSubject`. */
function namesOf(subject: LabelSubject): Names {
  const named = namedRecordOf(subject);
  if (named === undefined) return { key: labelKey(subject), former: [] };
  const { own, former } = recordNames(named);
  return { key: `${subject.kind} ${own}`, former: former.map((name) => `${subject.kind} ${name}`) };
}

/** Where a label stands among others in the file: by what it speaks of. */
export function placeOf(label: Label): string {
  return labelKey(subjectOf(label));
}

/** Finds the label that speaks of what another does, as `sameSubject` says of two. */
export class SubjectSet {
  private readonly byKey = new Map<string, Label>();
  private readonly byFormer = new Map<string, Label>();

  constructor(labels: readonly Label[] = []) {
    for (const label of labels) this.add(label);
  }

  add(label: Label): void {
    const { key, former } = namesOf(subjectOf(label));
    this.byKey.set(key, label);
    for (const old of former) this.byFormer.set(old, label);
  }

  has(label: Label): boolean {
    return this.find(label) !== undefined;
  }

  /** Of several the one that was added last under its name of today. */
  find(label: Label): Label | undefined {
    const { key, former } = namesOf(subjectOf(label));
    const old = former.find((name) => this.byKey.has(name));
    return this.byKey.get(key) ?? this.byFormer.get(key) ?? (old === undefined ? old : this.byKey.get(old));
  }
}

/** Labels of the same subject together, in the order of their first. */
export function* bySubject(labels: readonly Label[]): Steps<Label[][]> {
  const names = yield* mapped(labels, (label) => namesOf(subjectOf(label)));
  const keys = new Set<string>();
  yield* eachOf(names, ({ key }) => keys.add(key));
  const later = new Map<string, string>();
  yield* eachOf(names, ({ key, former }) => {
    for (const old of former) if (old !== key && keys.has(old)) later.set(old, key);
  });
  const groups = new Map<string, Label[]>();
  yield* eachOf(names, ({ key }, at) => {
    const latest = latestName(key, later);
    const group = groups.get(latest);
    if (group) group.push(labels[at]);
    else groups.set(latest, [labels[at]]);
  });
  return [...groups.values()];
}

/** A made-up file may lead in a circle. */
function latestName(key: string, later: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let name = key;
  for (let next = later.get(name); next !== undefined && !seen.has(next); next = later.get(name)) {
    seen.add(name);
    name = next;
  }
  return name;
}

import type { LabelVerdict, TaughtLabel } from '../../engine/labels/label';
import { type Identified, identityOf, namesLabelled, recordNames } from '../../engine/labels/record-names';
import { eachOf, filtered, inTurns, mapped, type Steps, toEnd } from '../in-turns';
import { canonicalJson } from './canonical-json';
import {
  identityOfLabel,
  isLabel,
  isRecordLabel,
  type Label,
  labelMigrations,
  labelsVersion,
  subjectOf,
} from './label-line';
import { bySubject, placeOf, SubjectSet } from './label-subjects';
import { type DamagedLine, JsonlFile, type JsonlKind } from './versioned-jsonl';

export type { Label } from './label-line';

const labelsKind: JsonlKind<Label> = {
  kind: 'labels',
  version: labelsVersion,
  migrations: labelMigrations,
  isEntry: isLabel,
  placeOf,
};

/** All that a file said of what a change was about, before and after it. */
export interface LabelChange {
  readonly was: readonly Label[];
  readonly is: readonly Label[];
}

/**
 * The labels of one store folder. Lines stand in the order of what they speak of, so that git merges what two people added. Every
 * method throws InputError for a newer file, for one that is none of ours, and where it may not be read or written.
 */
export class LabelStore {
  private readonly file: JsonlFile<Label>;
  private listed: { readonly of: object; readonly labels: readonly Label[] } | undefined;

  constructor(path: string) {
    this.file = new JsonlFile(path, labelsKind);
  }

  /** Equal lines are one. The same labels, as long as the file is the same. */
  async list(): Promise<{ readonly labels: readonly Label[]; readonly damaged: readonly DamagedLine[] }> {
    const contents = await this.file.read();
    if (this.listed?.of !== contents)
      this.listed = { of: contents, labels: await inTurns(unequal(contents.entries)) };
    return { labels: this.listed.labels, damaged: contents.damaged };
  }

  /** What is labelled has one label: a second replaces the first. */
  async add(label: Label): Promise<void> {
    await this.change([label], []);
  }

  /**
   * In one step. Each added label takes the place of all that speak of the same, which settles a conflict; of those to remove goes what
   * says the same of the same.
   */
  change(add: readonly Label[], remove: readonly Label[]): Promise<LabelChange> {
    return this.changeTouched([...add, ...remove], function* (was) {
      const isReplaced = yield* speakingOf(add);
      const isRemoved = yield* saying(remove);
      const kept = yield* filtered(was, (label) => !isReplaced(label) && !isRemoved(label));
      return [...kept, ...add];
    });
  }

  /**
   * Takes back what a change did, in one step. What it was about and is said otherwise by now, or `spared` speaks of, stays as it is.
   * Resolves with what this changed.
   */
  takeBack(done: LabelChange, spared: readonly Label[]): Promise<LabelChange> {
    return this.changeTouched([...done.was, ...done.is], function* (was) {
      const isSpared = yield* speakingOf([...spared, ...(yield* saidOtherwise(was, done.is))]);
      const kept = yield* filtered(was, isSpared);
      return kept.concat(yield* filtered(done.was, (label) => !isSpared(label)));
    });
  }

  /** What a change was about and is said otherwise by now: a label of each at least. */
  async saidSince(done: LabelChange): Promise<readonly Label[]> {
    const { labels } = await this.list();
    return inTurns(
      (function* () {
        const isTouched = yield* speakingOf([...done.was, ...done.is]);
        return yield* saidOtherwise(yield* filtered(labels, isTouched), done.is);
      })(),
    );
  }

  /**
   * Adds labels of which nothing is said here, and lines of another labels file that could not be read. What says the opposite is added
   * too: a conflict is for a person to settle.
   */
  merge(labels: readonly Label[], damaged: readonly DamagedLine[]): Promise<void> {
    return this.file.change(
      (own) =>
        inTurns(
          (function* () {
            const isSaid = yield* saying(own);
            const added = yield* filtered(labels, (label) => !isSaid(label));
            return [...own, ...(yield* unequal(added))];
          })(),
        ),
      damaged,
    );
  }

  /** What is said of what these speak of becomes what is made of it. */
  private async changeTouched(
    touching: readonly Label[],
    make: (was: readonly Label[]) => Steps<readonly Label[]>,
  ): Promise<LabelChange> {
    let change: LabelChange = { was: [], is: [] };
    await this.file.change((labels) =>
      inTurns(
        (function* () {
          const isTouched = yield* speakingOf(touching);
          const was = yield* unequal(yield* filtered(labels, isTouched));
          change = { was, is: yield* unequal(yield* make(was)) };
          const untouched = yield* filtered(labels, (label) => !isTouched(label));
          return untouched.concat(change.is);
        })(),
      ),
    );
    return change;
  }
}

/** Whether one of these speaks of what a label does. */
function* speakingOf(labels: readonly Label[]): Steps<(label: Label) => boolean> {
  const subjects = new SubjectSet();
  yield* eachOf(labels, (label) => subjects.add(label));
  return (label) => subjects.has(label);
}

/** Whether one of these says the same of it. */
function* saying(labels: readonly Label[]): Steps<(label: Label) => boolean> {
  const isSaid: Readonly<Record<LabelVerdict, (label: Label) => boolean>> = {
    normal: yield* speakingOf(labels.filter(({ label }) => label === 'normal')),
    anomalous: yield* speakingOf(labels.filter(({ label }) => label === 'anomalous')),
  };
  return (label) => isSaid[label.label](label);
}

/** Of two states, a label of each subject of which they say something else. */
function* saidOtherwise(now: readonly Label[], then: readonly Label[]): Steps<Label[]> {
  const [texts, former] = [yield* mapped(now, canonicalJson), yield* mapped(then, canonicalJson)];
  const [here, there] = [new Set(texts), new Set(former)];
  return [...now.filter((_, at) => !there.has(texts[at])), ...then.filter((_, at) => !here.has(former[at]))];
}

/** In the order of the first of each; of equal ones the last stays. Only what speaks of the same and at the same time may be equal. */
function* unequal(labels: readonly Label[]): Steps<Label[]> {
  const keys = yield* mapped(labels, (label) => `${label.at} ${placeOf(label)}`);
  const near = new Map<string, number>();
  yield* eachOf(keys, (key) => near.set(key, (near.get(key) ?? 0) + 1));
  if (near.size === labels.length) return [...labels];
  const kept = new Map<string | Label, Label>();
  yield* eachOf(labels, (label, at) =>
    kept.set(near.get(keys[at]) === 1 ? label : canonicalJson(label), label),
  );
  return [...kept.values()];
}

/** One of each verdict for each subject, the one said last; in the order of the first. Two stores, or a merge, may say it twice. */
export function distinctLabels(labels: readonly Label[]): Label[] {
  return toEnd(bySubject(labels)).flatMap(latestOfEach);
}

/** Of labels of one subject, one of each verdict. */
export function latestOfEach(group: readonly Label[]): readonly Label[] {
  if (group.length === 1) return group;
  const latest = new Map<LabelVerdict, Label>();
  for (const label of group) {
    const known = latest.get(label.label);
    if (!known || Date.parse(label.at) >= Date.parse(known.at)) latest.set(label.label, label);
  }
  return [...latest.values()];
}

/** As the engine takes them, one for each of `distinctLabels(labels)`, in their order; conflicts included: it heeds neither side. */
export function taughtLabels(labels: readonly Label[]): TaughtLabel[] {
  return distinctLabels(labels).map(taughtLabel);
}

/** Of one label always the same object: what is known already need not be told again. */
const taught = new WeakMap<Label, TaughtLabel>();

export function taughtLabel(label: Label): TaughtLabel {
  const known = taught.get(label);
  if (known) return known;
  const told: TaughtLabel = {
    subject: subjectOf(label),
    verdict: label.label,
    category: label.label === 'normal' ? null : (label.category ?? null),
    note: label.note ?? null,
  };
  taught.set(label, told);
  return told;
}

/** Labels that say the opposite of the same, one of each verdict; neither holds until a person settles it. */
export function conflictsOf(labels: readonly Label[]): (readonly Label[])[] {
  return toEnd(bySubject(labels))
    .map(latestOfEach)
    .filter((group) => group.length > 1);
}

/**
 * Whether a finding is called normal by a label of its record, and by none anomalous. Ids at a log's end change while lines are appended;
 * the label knows the ids of then, the finding the ones it has had.
 */
export function labelledBy(labels: readonly Label[]): (finding: Identified) => boolean {
  return toEnd(hidingSteps(labels));
}

/** As `labelledBy`, where others wait on the thread. */
export function* hidingSteps(labels: readonly Label[]): Steps<(finding: Identified) => boolean> {
  const isNormal = yield* anyOf(labels, 'normal');
  const isAnomalous = yield* anyOf(labels, 'anomalous');
  return (finding) => isNormal(finding) && !isAnomalous(finding);
}

/** Whether a label of its record gives a finding that verdict. */
function* anyOf(labels: readonly Label[], verdict: LabelVerdict): Steps<(finding: Identified) => boolean> {
  const [given, former] = [new Set<string>(), new Set<string>()];
  yield* eachOf(labels, (label) => {
    if (label.label !== verdict || !isRecordLabel(label)) return;
    const names = recordNames(identityOfLabel(label));
    given.add(names.own);
    for (const old of names.former) former.add(old);
  });
  return (finding) => {
    const { own, former: old } = namesLabelled(identityOf(finding));
    return own.some((name) => given.has(name) || former.has(name)) || old.some((name) => given.has(name));
  };
}

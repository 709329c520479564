import type { LabelVerdict, TaughtLabel } from '../../engine/labels/label';
import type { Finding } from '../../engine/model/finding';
import { canonicalJson } from './canonical-json';
import {
  isLabel,
  isRecordLabel,
  type Label,
  labelMigrations,
  labelsVersion,
  type RecordLabel,
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

/**
 * The labels of one store folder. Lines stand in the order of what they speak of, so that git merges what two people added. Every
 * method throws InputError for a newer file, for one that is none of ours, and where it may not be read or written.
 */
export class LabelStore {
  private readonly file: JsonlFile<Label>;

  constructor(path: string) {
    this.file = new JsonlFile(path, labelsKind);
  }

  /** Equal lines are one. */
  async list(): Promise<{ readonly labels: readonly Label[]; readonly damaged: readonly DamagedLine[] }> {
    const { entries, damaged } = await this.file.read();
    return { labels: unequal(entries), damaged };
  }

  /** What is labelled has one label: a second replaces the first. */
  async add(label: Label): Promise<void> {
    await this.change([label], []);
  }

  /**
   * In one step. Each added label takes the place of all that speak of the same, which settles a conflict; of those to remove goes what
   * says the same of the same. Resolves with what was said of these before: `change(before, add)` gives it back.
   */
  async change(add: readonly Label[], remove: readonly Label[]): Promise<readonly Label[]> {
    let before: readonly Label[] = [];
    await this.file.change((labels) => {
      const isTouched = speakingOf([...add, ...remove]);
      before = unequal(labels.filter(isTouched));
      const isReplaced = speakingOf(add);
      const isRemoved = saying(remove);
      return unequal([...labels.filter((label) => !isReplaced(label) && !isRemoved(label)), ...add]);
    });
    return before;
  }

  /**
   * Adds labels of which nothing is said here, and lines of another labels file that could not be read. What says the opposite is added
   * too: a conflict is for a person to settle.
   */
  merge(labels: readonly Label[], damaged: readonly DamagedLine[]): Promise<void> {
    return this.file.change((own) => {
      const isSaid = saying(own);
      return unequal([...own, ...labels.filter((label) => !isSaid(label))]);
    }, damaged);
  }
}

/** Whether one of these speaks of what a label does. */
function speakingOf(labels: readonly Label[]): (label: Label) => boolean {
  const subjects = new SubjectSet(labels);
  return (label) => subjects.has(label);
}

/** Whether one of these says the same of it. */
function saying(labels: readonly Label[]): (label: Label) => boolean {
  const isSaid: Readonly<Record<LabelVerdict, (label: Label) => boolean>> = {
    normal: speakingOf(labels.filter(({ label }) => label === 'normal')),
    anomalous: speakingOf(labels.filter(({ label }) => label === 'anomalous')),
  };
  return (label) => isSaid[label.label](label);
}

/** In the order of the first of each; of equal ones the last stays. Only what speaks of the same and at the same time may be equal. */
function unequal(labels: readonly Label[]): Label[] {
  const near = new Map<string, number>();
  for (const label of labels) near.set(nearKey(label), (near.get(nearKey(label)) ?? 0) + 1);
  const kept = new Map<string | Label, Label>();
  for (const label of labels) kept.set(near.get(nearKey(label)) === 1 ? label : canonicalJson(label), label);
  return [...kept.values()];
}

function nearKey(label: Label): string {
  return `${label.at} ${placeOf(label)}`;
}

/** One of each verdict for each subject, the one said last; in the order of the first. Two stores, or a merge, may say it twice. */
export function distinctLabels(labels: readonly Label[]): Label[] {
  return bySubject(labels).flatMap((group) => {
    if (group.length === 1) return group;
    const latest = new Map<LabelVerdict, Label>();
    for (const label of group) {
      const known = latest.get(label.label);
      if (!known || Date.parse(label.at) >= Date.parse(known.at)) latest.set(label.label, label);
    }
    return [...latest.values()];
  });
}

/** As the engine takes them, one for each of `distinctLabels(labels)`, in their order; conflicts included: it heeds neither side. */
export function taughtLabels(labels: readonly Label[]): TaughtLabel[] {
  return distinctLabels(labels).map((label) => ({
    subject: subjectOf(label),
    verdict: label.label,
    category: label.label === 'normal' ? null : (label.category ?? null),
    note: label.note ?? null,
  }));
}

/** Labels that say the opposite of the same, one of each verdict; neither holds until a person settles it. */
export function conflictsOf(labels: readonly Label[]): Label[][] {
  return bySubject(labels)
    .filter((group) => group.length > 1)
    .map(distinctLabels)
    .filter((group) => group.length > 1);
}

type Identified = Pick<Finding, 'id' | 'formerIds'>;

/**
 * Whether a finding is called normal by a label of its record, and by none anomalous. Ids at a log's end change while lines are appended;
 * the label knows the ids of then, the finding the ones it has had.
 */
export function labelledBy(labels: readonly Label[]): (finding: Identified) => boolean {
  const ofRecords = labels.filter(isRecordLabel);
  const isNormal = anyOf(ofRecords.filter(({ label }) => label === 'normal'));
  const isAnomalous = anyOf(ofRecords.filter(({ label }) => label === 'anomalous'));
  return (finding) => isNormal(finding) && !isAnomalous(finding);
}

function anyOf(labels: readonly RecordLabel[]): (finding: Identified) => boolean {
  const given = new Set(labels.map(({ finding }) => finding));
  const former = new Set(labels.flatMap(({ formerIds }) => formerIds ?? []));
  return ({ id, formerIds }) => given.has(id) || former.has(id) || formerIds.some((old) => given.has(old));
}

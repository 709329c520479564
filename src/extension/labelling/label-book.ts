import type { TaughtLabel } from '../../engine/labels/label';
import { eachOf, inTurns, mapped, type Steps } from '../../node/in-turns';
import { bySubject } from '../../node/store/label-subjects';
import { hidingSteps, type Label, latestOfEach, taughtLabel } from '../../node/store/labels';
import type { ReportedFinding } from '../../protocol/analysis';
import type { FiledLabel } from './read-labels';

/** What labels say of one log, worked out once: there may be a hundred thousand, and rows, hovers and keys ask again and again. */
export interface LabelBook {
  readonly filed: readonly FiledLabel[];
  /** One for each subject and verdict, in the order the engine is given them. */
  readonly distinct: readonly FiledLabel[];
  /** Those that say the opposite of the same. */
  readonly conflicts: readonly (readonly FiledLabel[])[];
  /** As the engine takes `distinct`. */
  readonly taught: readonly TaughtLabel[];
  readonly hides: (finding: ReportedFinding) => boolean;
  /** Categories given, the latest first. */
  readonly categories: readonly string[];
}

export const emptyBook: LabelBook = {
  filed: [],
  distinct: [],
  conflicts: [],
  taught: [],
  hides: () => false,
  categories: [],
};

/** The former book where nothing else is said. */
export async function bookOf(filed: readonly FiledLabel[], former: LabelBook): Promise<LabelBook> {
  const isSame = filed.length === former.filed.length && filed.every((one, at) => one === former.filed[at]);
  return isSame ? former : inTurns(written(filed));
}

function* written(filed: readonly FiledLabel[]): Steps<LabelBook> {
  const byLabel = new Map<Label, FiledLabel>();
  yield* eachOf(filed, (one) => byLabel.set(one.label, one));
  const labels = yield* mapped(filed, ({ label }) => label);
  const [distinct, conflicts]: [FiledLabel[], FiledLabel[][]] = [[], []];
  yield* eachOf(yield* bySubject(labels), (labelsOfSubject) => {
    const group = latestOfEach(labelsOfSubject).flatMap((label) => byLabel.get(label) ?? []);
    for (const one of group) distinct.push(one);
    if (group.length > 1) conflicts.push(group);
  });
  return {
    filed,
    distinct,
    conflicts,
    taught: yield* mapped(distinct, ({ label }) => taughtLabel(label)),
    hides: yield* hidingSteps(labels),
    categories: yield* categoriesOf(labels),
  };
}

function* categoriesOf(labels: readonly Label[]): Steps<string[]> {
  const given = new Map<string, string>();
  yield* eachOf(labels, ({ category, at }) => {
    if (category !== undefined && at >= (given.get(category) ?? '')) given.set(category, at);
  });
  return [...given].sort(([, one], [, other]) => (one < other ? 1 : -1)).map(([category]) => category);
}

import { SubjectSet } from '../../node/store/label-subjects';
import type { Label, LabelStore } from '../../node/store/labels';
import type { FiledLabel } from './read-labels';

/** What happens to one file. */
export interface Change {
  readonly path: string;
  readonly add: readonly Label[];
  readonly remove: readonly Label[];
}

/** So that nothing else is said of what these speak of: they go to one file, and what others say goes. */
export function changesFor(path: string, labels: readonly Label[], filed: readonly FiledLabel[]): Change[] {
  const subjects = new SubjectSet(labels);
  const elsewhere = filed.filter((one) => one.path !== path && subjects.has(one.label));
  const paths = [...new Set(elsewhere.map((one) => one.path))];
  const removals = paths.map((other) => ({
    path: other,
    add: [],
    remove: elsewhere.filter((one) => one.path === other).map(({ label }) => label),
  }));
  return [{ path, add: labels, remove: [] }, ...removals];
}

/** Each file in one step; resolves with what happened, `remove` being what has gone. Where one fails the others are as they were. */
export async function changeFiles(
  changes: readonly Change[],
  storeOf: (path: string) => Pick<LabelStore, 'change'>,
): Promise<readonly Change[]> {
  const done: Change[] = [];
  try {
    for (const { path, add, remove } of changes) {
      const gone = await storeOf(path).change(add, remove);
      done.push({ path, add, remove: gone });
    }
  } catch (error) {
    for (const { path, add, remove } of undone(done))
      await storeOf(path)
        .change(add, remove)
        .catch(() => undefined);
    throw error;
  }
  return done;
}

/** What gives back what was before. */
export function undone(done: readonly Change[]): Change[] {
  return done.toReversed().map(({ path, add, remove }) => ({ path, add: remove, remove: add }));
}

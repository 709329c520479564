import type { Sentence } from '../../engine/model/finding';
import { eachOf, filtered, inTurns, type Steps } from '../../node/in-turns';
import { bySubject, SubjectSet } from '../../node/store/label-subjects';
import type { Label, LabelChange, LabelStore } from '../../node/store/labels';
import type { FiledLabel } from './read-labels';

/** What is to happen to one file. */
export interface Change {
  readonly path: string;
  readonly add: readonly Label[];
  readonly remove: readonly Label[];
}

/** What happened to one file. */
export interface Done {
  readonly path: string;
  readonly change: LabelChange;
}

type StoreOf = (path: string) => Pick<LabelStore, 'change' | 'takeBack' | 'saidSince'>;

/** So that nothing else is said of what these speak of: they go to one file, and what others say goes. */
export function* changesFor(
  path: string,
  labels: readonly Label[],
  filed: readonly FiledLabel[],
): Steps<Change[]> {
  const subjects = new SubjectSet();
  yield* eachOf(labels, (label) => subjects.add(label));
  const elsewhere = yield* filtered(filed, (one) => one.path !== path && subjects.has(one.label));
  const paths = [...new Set(elsewhere.map((one) => one.path))];
  const removals = paths.map((other) => ({
    path: other,
    add: [],
    remove: elsewhere.filter((one) => one.path === other).map(({ label }) => label),
  }));
  return [{ path, add: labels, remove: [] }, ...removals];
}

/** Each file in one step. Where one fails the others are as they were. */
export function changeFiles(changes: readonly Change[], storeOf: StoreOf): Promise<readonly Done[]> {
  return allOrNone(changes, storeOf, ({ path, add, remove }) => storeOf(path).change(add, remove));
}

/** What taking back did, which can be taken back in turn, and what it left. */
export interface TakenBack {
  readonly done: readonly Done[];
  /** Null where all was taken back. */
  readonly left: Sentence | null;
}

/** As `changeFiles`. What is said otherwise by now, in whichever of the files, stays as it is. */
export async function takeBack(done: readonly Done[], storeOf: StoreOf): Promise<TakenBack> {
  const found = await Promise.all(done.map(({ path, change }) => storeOf(path).saidSince(change)));
  const since = found.flat();
  const back = await allOrNone(done.toReversed(), storeOf, ({ path, change }) =>
    storeOf(path).takeBack(change, since),
  );
  const about = done.flatMap(({ change }) => [...change.was, ...change.is]);
  const [left, all] = [await inTurns(bySubject(since)), await inTurns(bySubject(about))];
  return { done: back, left: left.length === 0 ? null : leftSentence(left.length, all.length) };
}

function leftSentence(left: number, all: number): Sentence {
  if (left < all)
    return {
      pattern:
        '{0} of {1} labels stay as they are: what they spoke of has been labelled anew or cleared since.',
      values: [left, all],
    };
  return {
    pattern:
      'Nothing was changed: what was labelled then has been labelled anew or cleared since, and that stays.',
    values: [],
  };
}

async function allOrNone<Of extends { readonly path: string }>(
  files: readonly Of[],
  storeOf: StoreOf,
  work: (file: Of) => Promise<LabelChange>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  try {
    for (const file of files) done.push({ path: file.path, change: await work(file) });
  } catch (error) {
    for (const { path, change } of done.toReversed())
      await storeOf(path)
        .takeBack(change, [])
        .catch(() => undefined);
    throw error;
  }
  return done;
}

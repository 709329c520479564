import { filtered, inTurns, mapped, type Steps } from '../../node/in-turns';
import type { Label, LabelStore } from '../../node/store/labels';
import type { DamagedLine } from '../../node/store/versioned-jsonl';

/** A label and the file it stands in. */
export interface FiledLabel {
  readonly label: Label;
  readonly path: string;
}

export interface ReadLabels {
  readonly labels: readonly FiledLabel[];
  readonly problems: readonly ReadProblem[];
}

/** A labels file that could not be used, or not wholly. */
export type ReadProblem =
  | { readonly path: string; readonly error: unknown }
  | { readonly path: string; readonly damaged: readonly DamagedLine[] };

type StoreOf = (path: string) => Pick<LabelStore, 'list'>;

/** The labels of several files; one that cannot be read does not spoil the others. Of files that did not change the same objects. */
export async function readLabels(paths: readonly string[], storeOf: StoreOf): Promise<ReadLabels> {
  const read = await Promise.all(paths.map((path) => readOne(path, storeOf)));
  return { labels: read.flatMap(({ labels }) => labels), problems: read.flatMap(({ problems }) => problems) };
}

async function readOne(path: string, storeOf: StoreOf): Promise<ReadLabels> {
  try {
    const { labels, damaged } = await storeOf(path).list();
    return { labels: await filedIn(path, labels), problems: damaged.length > 0 ? [{ path, damaged }] : [] };
  } catch (error) {
    return { labels: [], problems: [{ path, error }] };
  }
}

const known = new WeakMap<readonly Label[], Promise<readonly FiledLabel[]>>();

function filedIn(path: string, labels: readonly Label[]): Promise<readonly FiledLabel[]> {
  const filed = known.get(labels) ?? inTurns(mapped(labels, (label) => ({ label, path })));
  known.set(labels, filed);
  return filed;
}

/** Of labels moved to the workspace, those given in a log of this content. */
export function labelsOfContent(labels: readonly FiledLabel[], contentKey: string): Steps<FiledLabel[]> {
  return filtered(labels, ({ label }) => label.log === contentKey);
}

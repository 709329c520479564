import { type Label, LabelStore } from '../../node/store/labels';
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

/** The labels of several files; one that cannot be read does not spoil the others. */
export async function readLabels(paths: readonly string[]): Promise<ReadLabels> {
  const read = await Promise.all(paths.map(readOne));
  return { labels: read.flatMap(({ labels }) => labels), problems: read.flatMap(({ problems }) => problems) };
}

async function readOne(path: string): Promise<ReadLabels> {
  try {
    const { labels, damaged } = await new LabelStore(path).list();
    return {
      labels: labels.map((label) => ({ label, path })),
      problems: damaged.length > 0 ? [{ path, damaged }] : [],
    };
  } catch (error) {
    return { labels: [], problems: [{ path, error }] };
  }
}

/** Of labels moved to the workspace, those given in a log of this content. */
export function labelsOfContent(labels: readonly FiledLabel[], contentKey: string): FiledLabel[] {
  return labels.filter(({ label }) => label.log === contentKey);
}

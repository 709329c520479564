import { inTurns } from '../../node/in-turns';
import type { LabelStore } from '../../node/store/labels';
import type { AnalysedLog } from '../shared/analyses';
import { type HeededWeights, readHeededWeights } from './heeded-weights';
import type { LabelPlaces } from './label-places';
import { type FiledLabel, labelsOfContent, type ReadProblem, readLabels } from './read-labels';

/** What all places together teach about a log. */
export interface Heard {
  readonly filed: readonly FiledLabel[];
  readonly weights: HeededWeights['weights'];
  readonly problems: readonly ReadProblem[];
  /** The workspace says something, and whoever may say so has not agreed to it. */
  readonly isHeldBack: boolean;
}

export async function hear(
  log: AnalysedLog,
  places: LabelPlaces,
  mayUseWorkspace: boolean,
  storeOf: (path: string) => LabelStore,
): Promise<Heard> {
  const own = await readLabels([places.own.labels], storeOf);
  const workspace = await readLabels(
    places.workspace.map(({ labels }) => labels),
    storeOf,
  );
  const { weights, problems } = await readHeededWeights(places, mayUseWorkspace);
  const shared = await speakingOf(log, places, workspace.labels);
  return {
    filed: mayUseWorkspace ? own.labels.concat(shared) : own.labels,
    weights,
    problems: [...own.problems, ...workspace.problems, ...problems],
    isHeldBack: shared.length > 0 && !mayUseWorkspace,
  };
}

/** Within a folder what was said of one log is about its neighbours too; elsewhere only about that content. */
async function speakingOf(
  log: AnalysedLog,
  places: LabelPlaces,
  labels: readonly FiledLabel[],
): Promise<readonly FiledLabel[]> {
  if (places.isInWorkspace) return labels;
  return inTurns(labelsOfContent(labels, log.report.sources[0].contentKey));
}

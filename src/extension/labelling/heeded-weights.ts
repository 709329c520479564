import { type AgreedWeights, readWeights } from '../../node/store/weights';
import type { LabelPlaces } from './label-places';
import type { ReadProblem } from './read-labels';

export interface HeededWeights {
  /** Null where detectors count as they are built to. */
  readonly weights: AgreedWeights | null;
  /** Where they stand. */
  readonly path: string | null;
  readonly problems: readonly ReadProblem[];
}

/** What was agreed for the log: on this machine, else in the workspace folder that holds it. */
export async function readHeededWeights(
  { own, workspace, isInWorkspace }: LabelPlaces,
  mayUseWorkspace: boolean,
): Promise<HeededWeights> {
  const shared = isInWorkspace && mayUseWorkspace ? workspace : [];
  const problems: ReadProblem[] = [];
  for (const path of [own.weights, ...shared.map((place) => place.weights)]) {
    try {
      const weights = await readWeights(path);
      if (weights) return { weights, path, problems };
    } catch (error) {
      problems.push({ path, error });
    }
  }
  return { weights: null, path: null, problems };
}

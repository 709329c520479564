import type { Finding } from '../../model/finding';
import type { RecordIndex } from '../../model/units';
import type { Episode } from '../folding';
import type { ServiceId } from './service-names';

/** A finding as a piece of a trouble. */
export interface Clue {
  readonly finding: Finding;
  readonly episode: Episode;
  /** Where it stands on the stage, and where the last of its repeats does. */
  readonly from: number;
  readonly until: number;
  readonly service: ServiceId;
  /** Services its message speaks of. */
  readonly peers: readonly ServiceId[];
  /** It complains of something it depends on, whose name it does not say. */
  readonly blamesUnnamed: boolean;
  /** Less of something than usual: what a trouble leaves behind, wherever it came from. */
  readonly isAbsence: boolean;
  /** Values of the first record that tie lines together. */
  readonly ids: readonly string[];
}

export function firstRecordOf(clues: readonly Clue[]): RecordIndex {
  return clues.reduce(
    (first, { episode }) => Math.min(first, episode.first),
    Number.MAX_SAFE_INTEGER,
  ) as RecordIndex;
}

import type { Category, Finding } from '../../model/finding';
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
  /** The service, or 0 for all of a log whose components are the classes of one program. */
  readonly program: ServiceId;
  /** Services its message speaks of. */
  readonly peers: readonly ServiceId[];
  readonly programsOfPeers: readonly ServiceId[];
  /** It stands for a stretch of time, so its record may lie a little before what happened. */
  readonly tellsOfStretch: boolean;
  /** It complains of something it depends on, whose name it does not say. */
  readonly blamesUnnamed: boolean;
  /** Less of something than usual: what a trouble leaves behind, wherever it came from. */
  readonly isAbsence: boolean;
  /** Mild lines that only come more often: what makes them come tells more. */
  readonly isRateAlone: boolean;
  /** What it concerns, or null; `isGuess`: by its words alone. */
  readonly category: Category | null;
  readonly isGuess: boolean;
  /** What the machine suffers from, where it tells of that: the id of a rule. */
  readonly condition: string | undefined;
  /** Values of the first record that tie lines together. */
  readonly ids: readonly string[];
}

/**
 * The earliest record of clues that tell of a moment, unless those of a stretch come more than `apart` before. What stays away
 * is told by the last that came, so it counts only where there is nothing else.
 */
export function firstRecordOf(clues: readonly Clue[], apart = 0): RecordIndex {
  const present = clues.filter(({ isAbsence }) => !isAbsence);
  if (present.length === 0) return earliest(clues).episode.first;
  const first = earliest(present);
  const moments = present.filter(({ tellsOfStretch }) => !tellsOfStretch);
  if (moments.length === 0) return first.episode.first;
  const moment = earliest(moments);
  return moment.from - first.from <= apart ? moment.episode.first : first.episode.first;
}

function earliest(clues: readonly Clue[]): Clue {
  return clues.reduce((a, b) => (b.episode.first < a.episode.first ? b : a));
}

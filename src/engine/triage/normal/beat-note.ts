import type { Sentence } from '../../model/finding';
import { triagePatterns } from '../sentences';
import type { MissedBeat } from './missed-beats';
import type { ShownTemplates } from './note';

/** What to say on the last beat before the gap. */
export function beatNote(
  { template, pace, gap }: MissedBeat,
  hasComponent: boolean,
  shown: ShownTemplates,
): Sentence {
  const { periodSeconds, regular, gaps } = pace;
  const values = [shown.of(template), rounded(periodSeconds), regular, gaps, rounded(gap.seconds)];
  return { pattern: patternFor(gap.cameAgain, hasComponent), values };
}

function patternFor(cameAgain: boolean, hasComponent: boolean) {
  if (hasComponent) {
    return cameAgain ? triagePatterns.missedBeatOfComponent : triagePatterns.lastBeatOfComponent;
  }
  return cameAgain ? triagePatterns.missedBeat : triagePatterns.lastBeat;
}

/** Seconds as people say them: tenths below ten. */
function rounded(seconds: number): number {
  return seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
}

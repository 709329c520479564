import { Level } from '../../model/level';
import { type BadLines, Mark } from './bad-lines';

/** Lines with text before the verdict that may have led to it. */
const mostBeforeVerdict = 20;

/**
 * Where no line tells of a failure in words: new warnings, the verdict that the run failed, and the new lines shortly before it. 1
 * where a line is one.
 */
export function lastResort(lines: BadLines): Uint8Array {
  const chosen = new Uint8Array(lines.count);
  let verdict = -1;
  for (let i = 0; i < lines.count; i++) {
    if (lines.mark(i) !== Mark.barred) continue;
    const isVerdict = lines.wordsOf(i).isBareVerdict && lines.score(i) > 0;
    if (isVerdict && verdict < 0) verdict = i;
    if (isVerdict || lines.level(i) === Level.warn) chosen[i] = 1;
  }
  addBeforeVerdict(lines, verdict, chosen);
  return chosen;
}

function addBeforeVerdict(lines: BadLines, verdict: number, chosen: Uint8Array): void {
  let room = mostBeforeVerdict;
  for (let i = verdict - 1; i >= 0 && room > 0; i--) {
    if (lines.mark(i) === Mark.blank) continue;
    room--;
    if (lines.mark(i) === Mark.plain) chosen[i] = 1;
  }
}

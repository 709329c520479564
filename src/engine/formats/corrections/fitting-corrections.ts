import type { ReadContext } from '../format';
import { CorrectedLine } from './corrected-line';
import type { FormatCorrection } from './format-correction';
import { editsOf, readyCorrections } from './ready-corrections';

/**
 * Corrections without those that find their column in no line of the head: files of alike names may be written in unlike ways,
 * and what was shown in one of them must not hide what was shown in another. Throws where one is invalid.
 */
export function fittingCorrections(
  given: readonly FormatCorrection[],
  head: readonly Uint8Array[],
  context: ReadContext,
): readonly FormatCorrection[] {
  const timed = given.filter(({ role }, i) => role !== 'time' || findsColumn([given[i]], head, context));
  const times = timed.filter(({ role }) => role === 'time');
  // A level is sought in the line as it is behind its corrected time.
  return timed.filter(
    (correction) => correction.role !== 'level' || findsColumn([...times, correction], head, context),
  );
}

/** Whether the last one's column stands in a line. */
function findsColumn(
  corrections: readonly FormatCorrection[],
  head: readonly Uint8Array[],
  context: ReadContext,
): boolean {
  const ready = readyCorrections(corrections, context);
  const line = new CorrectedLine(editsOf(ready));
  const wanted = corrections.at(-1)?.role === 'time' ? ready.time : ready.level;
  return head.some((bytes) => {
    line.edit({ bytes, start: 0, end: bytes.length });
    return line.has(wanted);
  });
}

import type { Incident } from '../../engine/model/incident';

export type Step = 'next' | 'previous';

/** By line of their first sign. */
export function inLineOrder(incidents: readonly Incident[]): Incident[] {
  return incidents.toSorted((a, b) => a.firstLine - b.firstLine);
}

/** The incident that begins after (before) the line, and from the last (first) on around; undefined where there is none. */
export function neighbourOfLine(
  incidents: readonly Incident[],
  line: number,
  step: Step,
): Incident | undefined {
  const ordered = inLineOrder(incidents);
  if (step === 'next') return ordered.find(({ firstLine }) => firstLine > line) ?? ordered[0];
  return ordered.findLast(({ firstLine }) => firstLine < line) ?? ordered.at(-1);
}

/** The same beside one of them; where that is gone, the first (last). */
export function neighbourOfIncident(
  incidents: readonly Incident[],
  incidentId: string,
  step: Step,
): Incident | undefined {
  const ordered = inLineOrder(incidents);
  const at = ordered.findIndex(({ id }) => id === incidentId);
  if (at < 0) return step === 'next' ? ordered[0] : ordered.at(-1);
  return ordered.at((at + (step === 'next' ? 1 : -1)) % ordered.length);
}

import type { Analysis } from '../../engine/model/analysis';
import type { Finding } from '../../engine/model/finding';
import { type Label, labelledBy } from './labels';

/** An analysis without the findings that people called normal, and how many those are. */
export interface LabelHeeding {
  readonly analysis: Analysis;
  readonly labelled: number;
}

/** Takes labelled findings out of all that is shown: an incident goes when all that it is made of does. */
export function heedLabels(analysis: Analysis, labels: readonly Label[]): LabelHeeding {
  const isLabelled = labelledBy(labels);
  const findings = analysis.findings.filter((finding) => !isLabelled(finding));
  const labelled = analysis.findings.length - findings.length;
  if (labelled === 0) return { analysis, labelled };
  const kept = new Set(findings.map(({ id }) => id));
  const strangest = analysis.strangest.filter((finding) => !isLabelled(finding));
  const incidents = analysis.incidents.filter((incident) => incident.findings.some((id) => kept.has(id)));
  const findingCounts = { ...analysis.findingCounts };
  for (const { severity } of analysis.findings.filter(isLabelled)) findingCounts[severity]--;
  return {
    analysis: {
      ...analysis,
      ...verdictOf(analysis, findings),
      findings,
      strangest,
      incidents,
      findingCounts,
    },
    labelled,
  };
}

/** Where all that was found is called normal nothing is left to look at. */
function verdictOf({ verdict }: Analysis, left: readonly Finding[]): Pick<Analysis, 'verdict'> {
  return { verdict: verdict === 'findings' && left.length === 0 ? 'quiet' : verdict };
}

import type { ReportedFinding } from '../../../protocol/analysis';
import type { AnalysedLog } from '../../shared/analyses';
import type { Candidate } from './triage';

export interface FindingCandidate extends Candidate {
  readonly finding: ReportedFinding;
}

/** Findings nobody has said anything of, the worst first; one key says it of all records of a finding's template. */
export function findingCandidates({ findings }: Pick<AnalysedLog, 'findings'>): FindingCandidate[] {
  return findings
    .filter((finding) => !isLabelled(finding))
    .toSorted((a, b) => b.score - a.score || a.source - b.source || a.line - b.line)
    .map((finding) => ({ id: finding.id, group: `template ${finding.templateId}`, finding }));
}

/** What is called normal is no finding any more, or hidden. */
function isLabelled({ reasons }: Pick<ReportedFinding, 'reasons'>): boolean {
  return reasons.some(({ detector }) => detector === 'label');
}

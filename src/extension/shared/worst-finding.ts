import type { ReportedFinding } from '../../protocol/analysis';
import { severityRank } from './severity';

/** The most severe, of these the one with the highest score, of these the first. */
export function worstFinding(findings: readonly ReportedFinding[]): ReportedFinding | undefined {
  let worst: ReportedFinding | undefined;
  for (const finding of findings) {
    if (worst === undefined || isWorse(finding, worst)) worst = finding;
  }
  return worst;
}

function isWorse(one: ReportedFinding, other: ReportedFinding): boolean {
  const rank = severityRank[one.severity] - severityRank[other.severity];
  return rank > 0 || (rank === 0 && one.score > other.score);
}

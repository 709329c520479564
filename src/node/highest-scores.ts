import type { Finding } from '../engine/model/finding';

/** The `count` highest scores in the order given; of equal ones the earlier. */
export function highestScores(findings: readonly Finding[], count: number): readonly Finding[] {
  if (findings.length <= count) return findings;
  const order = findings
    .map((_, index) => index)
    .sort((a, b) => findings[b].score - findings[a].score || a - b);
  return order
    .slice(0, count)
    .sort((a, b) => a - b)
    .map((index) => findings[index]);
}

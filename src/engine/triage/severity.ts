import type { Severity } from '../model/finding';

/** Least fused score of each severity, worst first. */
const severityFloors: readonly (readonly [Severity, number])[] = [
  ['critical', 0.9],
  ['high', 0.75],
  ['medium', 0.6],
];

/** Level and words of failure weigh in by the fused score: a fatal record alone reaches `critical`. */
export function severityOf(score: number): Severity {
  return severityFloors.find(([, floor]) => score >= floor)?.[0] ?? 'low';
}

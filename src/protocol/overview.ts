import type { Analysis, Overview } from '../engine/model/analysis';
import type { Finding, Sentence, Severity } from '../engine/model/finding';
import { counted, grouped } from './sentence';

/** Gives a sentence in the reader's language; each face brings its own. */
export type Tell = (sentence: Sentence) => string;

/** The answer to a log without findings, with what could not be judged. */
export function quietText(overview: Overview, tell: Tell): string {
  if (overview.records === 0)
    return tell({ pattern: 'Nothing to judge: the log holds no records.', values: [] });
  const judged = [
    tell(counted(overview.templates, '1 template', '{0} templates')),
    tell(counted(overview.detectors.length, '1 detector', '{0} detectors')),
  ].join(', ');
  const gaps = overview.notJudged.map((sentence) => tell(sentence));
  const records = tell(counted(overview.records, '1 record', '{0} records'));
  return tell({ pattern: 'Nothing unusual in {0} ({1})', values: [records, [judged, ...gaps].join('; ')] });
}

/** Said instead of painting the whole log; each face adds how it takes a baseline or a time range. */
export function unusualText(overview: Overview, tell: Tell): string {
  const percent = Math.round((100 * overview.markedLines) / Math.max(1, overview.lines));
  return tell({
    pattern:
      'The whole log is unusual: {0} of {1} lines ({2} %) would be marked, so the marks would say nothing.',
    values: [grouped(overview.markedLines), grouped(overview.lines), percent],
  });
}

/** Findings of all severities, listed or not. */
export function findingsTotal({ findingCounts }: Pick<Analysis, 'findingCounts'>): number {
  return Object.values(findingCounts).reduce((sum, count) => sum + count, 0);
}

/** The one to show first: the highest severity, then the highest score, then the earliest. */
export function worstFinding<Shown extends Finding>(findings: readonly Shown[]): Shown | undefined {
  return findings.reduce<Shown | undefined>(
    (worst, finding) => (worst === undefined || isWorse(finding, worst) ? finding : worst),
    undefined,
  );
}

const rankOf: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

function isWorse(a: Finding, b: Finding): boolean {
  return rankOf[a.severity] > rankOf[b.severity] || (a.severity === b.severity && a.score > b.score);
}

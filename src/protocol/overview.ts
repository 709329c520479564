import type { Overview } from '../engine/model/analysis';
import type { Finding, Sentence, Severity } from '../engine/model/finding';

/** Gives a sentence in the reader's language; each face brings its own. */
export type Tell = (sentence: Sentence) => string;

/** The answer to a log without findings, with what could not be judged. */
export function quietText(overview: Overview, tell: Tell): string {
  if (overview.records === 0)
    return tell({ pattern: 'Nothing to judge: the log holds no records.', values: [] });
  const counts = [grouped(overview.records), grouped(overview.templates), overview.detectors.length];
  if (overview.notJudged.length === 0) {
    return tell({ pattern: 'Nothing unusual in {0} records ({1} templates, {2} detectors)', values: counts });
  }
  return tell({
    pattern: 'Nothing unusual in {0} records ({1} templates, {2} detectors; {3})',
    values: [...counts, overview.notJudged.map((sentence) => tell(sentence)).join('; ')],
  });
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

/** The one to show first: the highest severity, then the highest score, then the earliest. */
export function worstFinding<Shown extends Finding>(findings: readonly Shown[]): Shown | undefined {
  return findings.reduce<Shown | undefined>(
    (worst, finding) => (worst === undefined || isWorse(finding, worst) ? finding : worst),
    undefined,
  );
}

/** 12408 → `12,408`: the grouping both of our languages use. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

const rankOf: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

function isWorse(a: Finding, b: Finding): boolean {
  return rankOf[a.severity] > rankOf[b.severity] || (a.severity === b.severity && a.score > b.score);
}

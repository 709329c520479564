import type { Analysis, Overview } from '../engine/model/analysis';
import type { Finding, Sentence, Severity } from '../engine/model/finding';
import { counted, grouped } from './sentence';

/** Gives a sentence in the reader's language; each face brings its own. */
export type Tell = (sentence: Sentence) => string;

/** The answer to a log without findings, with what could not be judged. */
export function quietText(overview: Overview, tell: Tell): string {
  if (overview.records === 0)
    return tell({ pattern: 'Nothing to judge: the log holds no records.', values: [] });
  if (overview.judged.records === 0) return tell(nothingInRange(overview));
  const means = [
    tell(counted(overview.templates, '1 template', '{0} templates')),
    tell(counted(overview.detectors.length, '1 detector', '{0} detectors')),
  ].join(', ');
  const details = [
    means,
    ...usualTrouble(overview, tell),
    ...overview.notJudged.map((sentence) => tell(sentence)),
  ];
  const records = tell(counted(overview.judged.records, '1 record', '{0} records'));
  return tell({ pattern: 'Nothing unusual in {0} ({1})', values: [records, details.join('; ')] });
}

/** Only a time range leaves a log's records unjudged. */
function nothingInRange({ firstTime, lastTime }: Overview): Sentence {
  if (firstTime === null || lastTime === null)
    return { pattern: 'Nothing to judge: no record has a time, so none lies in the range.', values: [] };
  return {
    pattern: 'Nothing to judge: no record lies in the range; the log goes from {0} to {1} (UTC).',
    values: [utcText(firstTime), utcText(lastTime)],
  };
}

/** Without this "nothing unusual" could be taken for "nothing failed". */
function usualTrouble({ judged: { errors, warnings } }: Overview, tell: Tell): string[] {
  const sentences: Sentence[] = [];
  if (errors > 0) sentences.push(counted(errors, '1 error of a usual kind', '{0} errors of a usual kind'));
  if (warnings > 0)
    sentences.push(counted(warnings, '1 warning of a usual kind', '{0} warnings of a usual kind'));
  return sentences.map((sentence) => tell(sentence));
}

/** `2026-03-14 09:26:53` from nanoseconds in decimal; what JavaScript's Date does not reach is left as it came. */
function utcText(nanoseconds: string): string {
  const date = new Date(Number(BigInt(nanoseconds) / 1_000_000n));
  if (Number.isNaN(date.getTime())) return nanoseconds;
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '');
}

/** Said instead of painting the whole log; each face adds how it takes a baseline or a time range. */
export function unusualText(overview: Overview, tell: Tell): string {
  if (overview.markedLines === 0)
    return tell({
      pattern: 'No line stands out by itself: the whole log is unlike its baseline.',
      values: [],
    });
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

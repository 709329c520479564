import type { Overview } from '../engine/model/analysis';
import type { Sentence } from '../engine/model/finding';

/** A sentence in the reader's language; each face brings its own. */
export type Tell = (sentence: Sentence) => string;

const quiet = 'Nothing unusual in {0} records ({1} templates, {2} detectors)';
const quietWithLimits = 'Nothing unusual in {0} records ({1} templates, {2} detectors; {3})';
const noRecords = 'Nothing to judge: the log holds no records.';
const unusual =
  'The whole log is unusual: {0} of {1} lines ({2} %) would be marked, so marks would say nothing. Compare it with a good log as baseline, or choose a time range.';

/** The answer to a log without findings, with what could not be judged. */
export function quietText(overview: Overview, tell: Tell): string {
  if (overview.records === 0) return tell({ pattern: noRecords, values: [] });
  const counts = [grouped(overview.records), grouped(overview.templates), overview.detectors.length];
  if (overview.notJudged.length === 0) return tell({ pattern: quiet, values: counts });
  return tell({ pattern: quietWithLimits, values: [...counts, overview.notJudged.map(tell).join('; ')] });
}

export function unusualText(overview: Overview, tell: Tell): string {
  const percent = Math.round((100 * overview.markedLines) / Math.max(1, overview.lines));
  return tell({
    pattern: unusual,
    values: [grouped(overview.markedLines), grouped(overview.lines), percent],
  });
}

/** 12408 → `12,408`: the grouping both of our languages use. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

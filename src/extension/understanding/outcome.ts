import type { TemplateSummary } from '../../engine/model/analysis';
import type { Sentence } from '../../engine/model/finding';
import type { AnalysisReport } from '../../protocol/analysis';
import { grouped } from '../../protocol/sentence';
import type { FormatCorrection } from '../../protocol/understanding';
import { percent } from '../../protocol/understanding-status';

type Judged = Pick<AnalysisReport, 'sources' | 'templates'>;

/** What a correction changed, by numbers a person can judge it by. */
export function outcomeOf(role: FormatCorrection['role'], before: Judged, after: Judged): Sentence {
  if (role === 'time') {
    const values = [timed(after), timed(before)];
    return { pattern: 'Time found in {0} % of the records (before: {1} %).', values };
  }
  if (role === 'level') {
    const values = [levelled(after), levelled(before)];
    return { pattern: 'Level found in {0} % of the records (before: {1} %).', values };
  }
  if (role === 'id') return { pattern: 'The id is now a field of the records.', values: [] };
  const values = [grouped(after.sources[0].records), grouped(before.sources[0].records)];
  return { pattern: '{0} records (before: {1}).', values };
}

function timed({ sources: [log] }: Judged): string {
  return percent(log.timed, log.records);
}

/** By templates: a template's level is that of most of its records. */
function levelled({ templates }: Judged): string {
  return percent(sum(templates.filter(({ level }) => level !== 'none')), sum(templates));
}

function sum(templates: readonly TemplateSummary[]): number {
  return templates.reduce((total, { count }) => total + count, 0);
}

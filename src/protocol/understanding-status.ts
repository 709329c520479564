import type { SourceSummary } from '../engine/model/analysis';
import type { Sentence } from '../engine/model/finding';
import { formatTitle } from './format-names';
import type { Tell } from './overview';

/** What the counts of one source say of how well it was understood; a summary has them. */
export type UnderstoodCounts = Pick<
  SourceSummary,
  'format' | 'lines' | 'records' | 'timed' | 'unfit' | 'zone'
>;

/** Fewer records with a time, or more lines that fit none, are to be looked at. */
const enoughTimed = 0.9;
const fewUnfit = 0.05;

/** `Log4j · 99.2 % with time · UTC+8`, for a status item. */
export function understandingText(counts: UnderstoodCounts, tell: Tell): string {
  const { records, timed, zone } = counts;
  const parts = [formatText(counts.format, tell)];
  if (records > 0) parts.push(tell({ pattern: '{0} % with time', values: [percent(timed, records)] }));
  if (zone !== null) parts.push(zoneText(zone, tell));
  return parts.join(' · ');
}

/** Names of a wrapper and of what is inside it, as people know them. */
export function formatText(format: string, tell: Tell): string {
  return format
    .split(' › ')
    .map((name) => tell(formatTitle(name)))
    .join(' › ');
}

/** `UTC+8`, `UTC-3:30`, `UTC`; a zone that nothing names is said to be taken for UTC. */
function zoneText(zone: string, tell: Tell): string {
  if (zone === 'local') return tell({ pattern: 'no time zone, taken for UTC', values: [] });
  const offset = /^([+-])0?(\d+):(\d+)$/.exec(zone);
  if (offset === null) return zone;
  const [, sign, hours, minutes] = offset;
  return `UTC${sign}${hours}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** Why a person should look at what was understood; none where all is well. An empty log needs no look. */
export function understandingWarnings({ lines, records, timed, unfit }: UnderstoodCounts): Sentence[] {
  const warnings: Sentence[] = [];
  if (timed < records * enoughTimed)
    warnings.push({ pattern: 'Only {0} % of the records have a time.', values: [percent(timed, records)] });
  if (unfit > lines * fewUnfit)
    warnings.push({ pattern: '{0} % of the lines fit no record.', values: [percent(unfit, lines)] });
  return warnings;
}

/** One decimal; only all is 100 and only none is 0. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '0';
  const share = (100 * part) / whole;
  if (share > 99.9 && part < whole) return '99.9';
  if (share > 0 && share < 0.1) return '0.1';
  return share.toFixed(1).replace(/\.0$/, '');
}

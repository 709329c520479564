import type { Sentence } from '../../engine/model/finding';
import type { ReportedFinding } from '../../protocol/analysis';
import type { Tell } from '../../protocol/overview';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog } from '../shared/analyses';

const nanosecondsPerSecond = 1_000_000_000n;

export interface Summary {
  readonly label: string;
  readonly description: string;
  /** Everything, one fact a line. */
  readonly details: readonly string[];
}

/** Sums a log up in words: span of time, records, format, templates, errors, the worst finding. */
export function summarise(log: AnalysedLog, worst: ReportedFinding | undefined, tell: Tell): Summary {
  const { overview, sources } = log.report;
  const span = spanOf(overview.firstTime, overview.lastTime);
  const records = counted(overview.records, '1 record', '{0} records');
  const count = tell(records);
  const extent = span ? tell({ pattern: '{0} over {1}', values: [count, tell(span)] }) : count;
  const errors = tell(counted(overview.errors, '1 error', '{0} errors'));
  const templates = tell(counted(overview.templates, '1 template', '{0} templates'));
  const format = sources[0]?.format ?? 'text';
  return {
    label: tell({ pattern: '{0}, {1}', values: [extent, errors] }),
    description: [worst && tell(worstOf(worst)), templates, format].filter(Boolean).join(' · '),
    details: [
      ...(overview.firstTime && overview.lastTime
        ? [tell(between(overview.firstTime, overview.lastTime))]
        : []),
      extent,
      tell({ pattern: 'Format: {0}', values: [format] }),
      templates,
      errors,
      ...(worst ? [tell(worstOf(worst))] : []),
      ...overview.notJudged.map(tell),
    ],
  };
}

/**
 * 2026-03-14 09:26:53 in UTC: log times without a zone are read as UTC, so it is what the log says. Empty
 * for a time no calendar holds, which a number in a JSON line can claim.
 */
export function dateAndTime(time: string): string {
  const date = new Date(Number(BigInt(time) / 1_000_000n));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ');
}

export function clockTime(time: string): string {
  return dateAndTime(time).slice(11);
}

function worstOf(finding: ReportedFinding): Sentence {
  return { pattern: 'worst on line {0}', values: [finding.line] };
}

function between(first: string, last: string): Sentence {
  return { pattern: 'From {0} to {1} (UTC)', values: [dateAndTime(first), dateAndTime(last)] };
}

/** Rounded to the largest unit of which there are at least two. */
function spanOf(first: string | null, last: string | null): Sentence | undefined {
  if (first === null || last === null) return undefined;
  const seconds = Number((BigInt(last) - BigInt(first)) / nanosecondsPerSecond);
  if (seconds < 0) return undefined;
  if (seconds < 120) return { pattern: '{0} s', values: [seconds] };
  if (seconds < 120 * 60) return { pattern: '{0} min', values: [Math.round(seconds / 60)] };
  if (seconds < 48 * 3600) return { pattern: '{0} h', values: [Math.round(seconds / 3600)] };
  return { pattern: '{0} days', values: [Math.round(seconds / 86_400)] };
}

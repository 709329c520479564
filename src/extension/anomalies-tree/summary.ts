import type { Sentence } from '../../engine/model/finding';
import type { ReportedFinding } from '../../protocol/analysis';
import type { Tell } from '../../protocol/overview';
import { counted } from '../../protocol/sentence';
import { formatText } from '../../protocol/understanding-status';
import type { AnalysedLog } from '../shared/analyses';
import { dateAndTime, zoneLabel } from '../shared/log-time';
import { messageOf } from '../shared/pattern-text';
import { scopeSentences } from '../shared/scope';
import { templateOf } from '../shared/template-of';

const nanosecondsPerSecond = 1_000_000_000n;

export interface Summary {
  readonly label: string;
  /** The worst finding in its own words. */
  readonly description: string;
  /** One a line: what label and description leave out. */
  readonly facts: readonly string[];
}

/** Sums a log up in words: records, span of time, errors and the worst finding; then what else is known. */
export function summarise(log: AnalysedLog, worst: ReportedFinding | undefined, tell: Tell): Summary {
  const { overview, sources } = log.report;
  const span = spanOf(overview.firstTime, overview.lastTime);
  const count = tell(counted(overview.records, '1 record', '{0} records'));
  const extent = span ? tell({ pattern: '{0} over {1}', values: [count, tell(span)] }) : count;
  const errors = tell(counted(overview.errors, '1 error', '{0} errors'));
  return {
    label: tell({ pattern: '{0}, {1}', values: [extent, errors] }),
    description: worst ? tell({ pattern: 'worst: {0}', values: [messageOfFinding(log, worst)] }) : '',
    facts: [
      ...(overview.firstTime && overview.lastTime
        ? [tell(between(overview.firstTime, overview.lastTime, log.extent.zone))]
        : []),
      ...scopeSentences(log).map(tell),
      tell(counted(overview.templates, '1 template', '{0} templates')),
      tell({ pattern: 'Format: {0}', values: [formatText(sources[0].format, tell)] }),
      ...overview.notJudged.map(tell),
    ],
  };
}

/** Without the header of its line, which its neighbours in the tree would begin with too. */
export function messageOfFinding({ report }: AnalysedLog, finding: ReportedFinding): string {
  const template = templateOf(report, finding.templateId);
  return template ? messageOf(finding.excerpt, template.pattern) : finding.excerpt;
}

function between(first: string, last: string, zone: string): Sentence {
  const times = [first, last].map((time) => dateAndTime(time, zone));
  return { pattern: 'From {0} to {1} ({2})', values: [...times, zoneLabel(zone)] };
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

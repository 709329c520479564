import type { Analysis } from '../../engine/model/analysis';
import { severities } from '../../engine/model/finding';
import { grouped, quietText, unusualText } from '../../protocol/overview';
import { timeText } from '../terminal/time-text';
import type { Voice } from './finding-text';

/** The first line: what kind of log this is, in words. */
export function summaryText(analysis: Analysis, { palette, tell }: Voice): string {
  const { overview, sources } = analysis;
  const logs = sources.filter((source) => source.role === 'log');
  const formats = [...new Set(logs.map((source) => source.format))];
  const parts = [
    tell({ pattern: '{0} lines, {1} records', values: [grouped(overview.lines), grouped(overview.records)] }),
    tell({ pattern: 'format {0}', values: [formats.join(', ')] }),
    tell({ pattern: '{0} templates', values: [grouped(overview.templates)] }),
    tell({ pattern: '{0} errors', values: [grouped(overview.errors)] }),
    ...spanText(analysis, tell),
  ];
  return `${palette.strong(logs.map((source) => source.path).join(', '))}: ${parts.join(', ')}\n`;
}

/** The second line: the verdict, and what can be done about it. */
export function verdictText(analysis: Analysis, { palette, tell }: Voice): string {
  const { verdict, overview, findings } = analysis;
  if (verdict === 'quiet') {
    const strangest = { pattern: 'To see the strangest lines anyway, add --strangest.', values: [] };
    return overview.records === 0
      ? `${quietText(overview, tell)}\n`
      : `${quietText(overview, tell)}\n${tell(strangest)}\n`;
  }
  if (verdict === 'unusual') {
    const cure = {
      pattern: 'Name a good log with --baseline, or a time range with --since and --until.',
      values: [],
    };
    return `${unusualText(overview, tell)}\n${tell(cure)}\n`;
  }
  const counts = severities.toReversed().flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [palette.severity[severity](tell(countWords(severity, count)))];
  });
  return `${counts.join(', ')}\n`;
}

function spanText({ overview }: Analysis, tell: Voice['tell']): string[] {
  const { firstTime, lastTime } = overview;
  if (firstTime === null || lastTime === null) return [];
  return [tell({ pattern: '{0} to {1} (UTC)', values: [timeText(firstTime), timeText(lastTime)] })];
}

function countWords(severity: (typeof severities)[number], count: number) {
  const values = [grouped(count)];
  if (severity === 'critical') return { pattern: '{0} critical', values };
  if (severity === 'high') return { pattern: '{0} high', values };
  if (severity === 'medium') return { pattern: '{0} medium', values };
  return { pattern: '{0} low', values };
}

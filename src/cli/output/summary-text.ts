import type { Analysis } from '../../engine/model/analysis';
import { severities } from '../../engine/model/finding';
import { quietText, unusualText } from '../../protocol/overview';
import { counted, grouped } from '../../protocol/sentence';
import { formatText } from '../../protocol/understanding-status';
import { timeText } from '../terminal/time-text';
import type { Voice } from './finding-text';
import { joined } from './joined';

/** The first line: what kind of log this is, in words. */
export function summaryText(analysis: Analysis, { palette, tell }: Voice): string {
  const { overview, sources } = analysis;
  const logs = sources.filter((source) => source.role === 'log');
  const formats = [...new Set(logs.map((source) => formatText(source.format, tell)))];
  const parts = [
    tell(counted(overview.lines, '1 line', '{0} lines')),
    tell(counted(overview.records, '1 record', '{0} records')),
    tell({ pattern: 'format {0}', values: [joined(formats, tell)] }),
    tell(counted(overview.templates, '1 template', '{0} templates')),
    tell(counted(overview.errors, '1 error', '{0} errors')),
    ...spanText(analysis, tell),
  ];
  const paths = logs.map((source) => source.path);
  const values = [palette.strong(joined(paths, tell)), joined(parts, tell)];
  return `${tell({ pattern: '{0}: {1}', values })}\n`;
}

/** The second line: the verdict, and what can be done about it. `strangest`: those lines follow anyway. */
export function verdictText(
  analysis: Analysis,
  { palette, tell }: Voice,
  { strangest }: { readonly strangest: boolean },
): string {
  const { verdict, overview, findingCounts } = analysis;
  if (verdict === 'quiet') {
    const hint = { pattern: 'To see the strangest lines anyway, add --strangest.', values: [] };
    return overview.records === 0 || strangest
      ? `${quietText(overview, tell)}\n`
      : `${quietText(overview, tell)}\n${tell(hint)}\n`;
  }
  if (verdict === 'unusual' && overview.markedLines === 0) return `${unusualText(overview, tell)}\n`;
  if (verdict === 'unusual') {
    const cure = {
      pattern: 'Name a good log with --baseline, or a time range with --since and --until.',
      values: [],
    };
    return `${unusualText(overview, tell)}\n${tell(cure)}\n`;
  }
  const counts = severities.toReversed().flatMap((severity) => {
    const count = findingCounts[severity];
    return count === 0 ? [] : [palette.severity[severity](tell(countWords(severity, count)))];
  });
  return `${joined(counts, tell)}\n`;
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

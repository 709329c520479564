import { grouped } from '../../protocol/sentence';
import { placeText } from './place-text';
import type { Report, ReportItem, ReportSection } from './report';

/**
 * A report as Markdown. Log text stands in fenced blocks only, with a fence longer than any in it, so that nothing a log says
 * is read as mark-up.
 */
export function* reportMarkdown(report: Report): Generator<string> {
  const { title, remarks, warnings, items, more, sections, tell } = report;
  yield `## ${plain(title)}\n`;
  for (const remark of [...warnings, ...remarks]) yield `\n${plain(remark)}\n`;
  for (const item of items) yield itemMarkdown(item, report);
  if (more > 0) yield `\n${tell({ pattern: '{0} more; --top N shows more.', values: [grouped(more)] })}\n`;
  for (const section of sections) yield sectionMarkdown(section, report);
}

function itemMarkdown(item: ReportItem, { title, tell }: Report): string {
  const place = codeSpan(`${item.path}: ${placeText(item, tell)}`);
  const score =
    item.score === undefined ? '' : ` (${tell({ pattern: 'score {0}', values: [item.score.toFixed(2)] })})`;
  const reasons = item.messages.map((message) => `- ${plain(message)}\n`).join('');
  const isShown = item.excerpt.includes(item.headline) || item.headline === title;
  const headline = isShown ? '' : `**${plain(item.headline)}**\n\n`;
  return `\n### ${place}${score}\n\n${headline}${fenced(item.excerpt)}\n${reasons}`;
}

function sectionMarkdown({ title, lines, more }: ReportSection, { tell }: Report): string {
  const rest = more > 0 ? `\n${tell({ pattern: '{0} more.', values: [grouped(more)] })}\n` : '';
  return `\n<details><summary>${plain(title)}</summary>\n\n${fenced(lines)}${rest}\n</details>\n`;
}

function fenced(lines: readonly string[]): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return `${fence}text\n${lines.join('\n')}\n${fence}\n`;
}

function codeSpan(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  const padding = text.includes('`') ? ' ' : '';
  return `${ticks}${padding}${text.replace(/[\r\n]/g, ' ')}${padding}${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Sentences hold words of the log: nothing in them is mark-up. */
function plain(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('`', "'")
    .replace(/[\\<>[\]*_#|~!&@]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

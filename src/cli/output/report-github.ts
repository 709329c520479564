import { randomUUID } from 'node:crypto';
import type { Severity } from '../../engine/model/finding';
import { placeText } from './place-text';
import type { Report, ReportItem } from './report';
import { reportMarkdown } from './report-markdown';

/** GitHub shows so many annotations of a kind a step; those beyond are dropped. */
const mostAnnotations = 10;
const annotationOf: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
};

/**
 * A report as GitHub Actions takes it: annotations as workflow commands, the rest as Markdown for the step summary. Log
 * text must never be a command of its own: in an annotation it has no line end and is escaped as the runner unescapes
 * it; where the summary is printed too, the runner is told to take no commands, by a word nobody can guess.
 */
export function* annotations({ items, warnings, tell }: Report): Generator<string> {
  for (const warning of warnings) yield `::warning title=Oddline::${message(warning)}\n`;
  const worst = items.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)).slice(0, mostAnnotations);
  for (const item of worst) {
    const title = property(`${item.path}: ${placeText(item, tell)}`);
    yield `::${annotationOf[item.severity]} title=${title}::${message(textOf(item))}\n`;
  }
}

export function* printedSummary(report: Report): Generator<string> {
  const word = randomUUID();
  yield `::stop-commands::${word}\n`;
  yield* reportMarkdown(report);
  yield `\n::${word}::\n`;
}

function textOf({ headline, messages }: ReportItem): string {
  return [headline, ...messages].join('\n');
}

function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

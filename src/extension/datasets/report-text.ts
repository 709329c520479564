import type { DatasetIssue, DatasetReport, FileReport } from '../../engine/dataset/check/dataset-report';
import type { Sentence } from '../../engine/model/finding';

export interface ReportVoice {
  readonly tell: (sentence: Sentence) => string;
  readonly number: (value: number) => string;
  /** How a path is called. */
  readonly name: (path: string) => string;
}

/** Where a place of the report leads. */
export interface ReportLink {
  /** Of the report, counted from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly path: string;
  /** Counted from 1; null where the file as a whole is meant. */
  readonly target: number | null;
}

export interface ReportText {
  readonly text: string;
  readonly links: readonly ReportLink[];
}

const mostCategories = 12;

/** The verdict first, then the files, then each kind of trouble with the first places of it. */
export function reportText({ files, issues }: DatasetReport, voice: ReportVoice): ReportText {
  const lines: string[] = [verdictText(issues, files, voice), ''];
  const links: ReportLink[] = [];
  for (const file of files) lines.push(fileLine(file, voice), ...categoryLine(file, voice));
  for (const issue of issues) {
    lines.push('', `${severityWord(issue, voice)}: ${oneLine(voice.tell(issue.summary))}`);
    for (const { file, line, sentence } of issue.places) {
      const place = placeText(files[file], line, voice);
      links.push({
        ...{ line: lines.length, start: 2, end: 2 + place.length },
        ...{ path: files[file].name, target: line },
      });
      lines.push(`  ${place}  ${oneLine(voice.tell(sentence))}`);
    }
    const more = issue.count - issue.places.length;
    if (more > 0) lines.push(`  ${voice.tell({ pattern: 'and {0} more', values: [voice.number(more)] })}`);
  }
  return { text: `${lines.join('\n')}\n`, links };
}

/** What it comes down to. */
export function verdictText(
  issues: readonly DatasetIssue[],
  files: readonly FileReport[],
  { tell, number }: Pick<ReportVoice, 'tell' | 'number'>,
): string {
  const count = (severity: DatasetIssue['severity']) =>
    issues.reduce((sum, issue) => sum + (issue.severity === severity ? issue.count : 0), 0);
  const [errors, warnings] = [count('error'), count('warning')];
  const examples = number(files.reduce((sum, file) => sum + file.examples, 0));
  if (errors > 0)
    return tell({
      pattern: 'Do not train on it yet. Errors: {0}, warnings: {1}, examples: {2}.',
      values: [number(errors), number(warnings), examples],
    });
  if (warnings > 0)
    return tell({
      pattern: 'It can be used. Warnings: {0}, examples: {1}.',
      values: [number(warnings), examples],
    });
  return tell({ pattern: 'It can be used. No problems, examples: {0}.', values: [examples] });
}

function fileLine(file: FileReport, { tell, number, name }: ReportVoice): string {
  const { format, examples, normal, anomalous, longest } = file;
  const parts = [
    oneLine(name(file.name)),
    format ?? tell({ pattern: 'unknown format', values: [] }),
    tell({ pattern: '{0} examples', values: [number(examples)] }),
    ...(normal + anomalous === 0
      ? []
      : [tell({ pattern: '{0} normal, {1} anomalous', values: [number(normal), number(anomalous)] })]),
    ...(longest === null ? [] : [tell({ pattern: 'longest: {0} tokens', values: [number(longest)] })]),
  ];
  return parts.join('   ');
}

function categoryLine({ categories }: FileReport, { number }: ReportVoice): string[] {
  const shown = Object.entries(categories).map(([name, count]) => `${oneLine(name)} ${number(count)}`);
  return shown.length === 0 ? [] : [`  ${shown.slice(0, mostCategories).join(', ')}`];
}

function severityWord({ severity }: DatasetIssue, { tell }: ReportVoice): string {
  return severity === 'error'
    ? tell({ pattern: 'Error', values: [] })
    : tell({ pattern: 'Warning', values: [] });
}

function placeText({ name: path }: FileReport, line: number | null, { name }: ReportVoice): string {
  const shown = oneLine(name(path));
  return line === null ? shown : `${shown}:${line}`;
}

/** Names and pieces of lines may hold anything: what would break the line, or turn it around, becomes a space. */
export function oneLine(text: string): string {
  return text.replace(odd, ' ');
}

const odd = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

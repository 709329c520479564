import type { DatasetIssue, DatasetReport, FileReport } from '../../engine/dataset/check/dataset-report';
import type { Sentence } from '../../engine/model/finding';
import { plainText } from '../../engine/text/plain-text';
import { counted, grouped } from '../../protocol/sentence';
import type { Voice } from './finding-text';
import { joined } from './joined';

const mostShown = 5;
const longestValue = 200;

type Speech = Pick<Voice, 'palette' | 'tell'>;

/** What `oddline validate` says to people. */
export function validationText({ files, issues }: DatasetReport, speech: Speech): string {
  const { tell } = speech;
  const told = issues.flatMap((issue) => ['', ...issueLines(issue, files, speech)]);
  const none = issues.length === 0 ? ['', tell({ pattern: 'No problems found.', values: [] })] : [];
  return [...files.flatMap((file) => fileLines(file, speech)), ...told, ...none, ''].join('\n');
}

function fileLines(file: FileReport, { palette, tell }: Speech): string[] {
  const { format, examples, normal, anomalous, longest } = file;
  const counts = [
    format ?? tell({ pattern: 'unknown format', values: [] }),
    tell(counted(examples, '1 example', '{0} examples')),
    ...(normal + anomalous === 0
      ? []
      : [tell({ pattern: '{0} normal, {1} anomalous', values: [grouped(normal), grouped(anomalous)] })]),
    ...(longest === null ? [] : [tell({ pattern: 'longest: {0} tokens', values: [grouped(longest)] })]),
  ];
  return [`${palette.strong(safe(file.name))}  ${joined(counts, tell)}`, ...categoryLine(file)];
}

function categoryLine({ categories }: FileReport): string[] {
  const shown = Object.entries(categories).map(([name, count]) => `${safe(name)} ${grouped(count)}`);
  return shown.length === 0 ? [] : [`  ${shown.slice(0, 2 * mostShown).join('  ')}`];
}

function issueLines(issue: DatasetIssue, files: readonly FileReport[], { palette, tell }: Speech): string[] {
  const { severity, summary, places, count } = issue;
  const paint = palette.severity[severity === 'error' ? 'high' : 'medium'];
  const word: Sentence =
    severity === 'error' ? { pattern: 'error', values: [] } : { pattern: 'warning', values: [] };
  const shown = places.slice(0, mostShown).map(({ file, line, sentence }) => {
    const place = line === null ? safe(files[file].name) : `${safe(files[file].name)}:${line}`;
    return `  ${palette.faint(place)}  ${tell(safely(sentence))}`;
  });
  const more = count - shown.length;
  const rest = more > 0 ? [`  ${tell({ pattern: 'and {0} more', values: [grouped(more)] })}`] : [];
  return [`${paint(tell(word))}  ${tell(summary)}`, ...shown, ...rest];
}

/** Names and pieces of lines may hold anything. */
function safely(sentence: Sentence): Sentence {
  const values = sentence.values.map((value) => (typeof value === 'string' ? safe(value) : value));
  return { ...sentence, values };
}

function safe(text: string): string {
  const bytes = new TextEncoder().encode(text.slice(0, 2 * longestValue));
  return plainText(bytes, 0, bytes.length, longestValue);
}

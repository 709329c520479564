import { reportDescription } from '../../../engine/root-cause-report/report-schema';
import { fenced } from '../../../engine/tools/fence';
import type { Inquiry, InvestigationParts } from '../investigation';
import { commandText } from './command-text';
import type { Hide } from './context-parts';

/** What the prompt says of the log and the other things there are, by names that somebody else chose: they are data, too. */
export async function namesText(
  { logName, files }: Inquiry,
  { documents, tools }: Pick<InvestigationParts, 'documents' | 'tools'>,
  hasTools: boolean,
  hide: Hide,
): Promise<string> {
  const good = hasTools ? [...tools.goodLogs()] : [];
  const known = new Set(good.map(([, { document }]) => document));
  const lines = [
    `the log: ${shown(logName)}`,
    ...fileLines(files),
    ...documents.filter(({ id }) => !known.has(id)).map(({ id, name }) => `document ${id}: ${shown(name)}`),
    ...good.map(([name, { document }]) => `good log for compare_logs, cited as ${document}: ${shown(name)}`),
    ...(hasTools ? tools.sources().map((name) => `source for query_source: ${shown(name)}`) : []),
  ];
  const names = `Names of what there is:\n${fenced('names', await hide(lines.join('\n')))}`;
  return files.length === 0 ? names : `${names}\n${severalFiles}`;
}

/** Of a set of hundreds of files the others are no news. */
const mostFiles = 50;

/** Each with its lines as they are cited. */
function fileLines(files: Inquiry['files']): string[] {
  let before = 0;
  const told = files.map(({ name, lines }) => {
    const first = before + 1;
    before += lines;
    return `file of the log: ${shown(name)}, ${lines === 0 ? 'empty' : `L${first} to L${before}`}`;
  });
  const left = told.length - mostFiles;
  return left > 0 ? [...told.slice(0, mostFiles), `${left} more files, numbered on in the same way`] : told;
}

const severalFiles =
  'The log is several files read as one. Their lines are numbered through all of them, one file behind the other: a higher number is no later time, so go by the times. Cite these numbers as ever, [L123]: the reader is shown the file with its own line instead. The reader may speak of a file and a line in it: get_lines takes the file.';

/** What the reader wants, in their words behind those of the slash command. */
export async function questionText({ command, question }: Inquiry, hide: Hide): Promise<string> {
  const asked = question.trim();
  const own = asked === '' ? [] : [`The reader asks:\n${await hide(asked)}`];
  const parts = command === null ? own : [commandText(command), ...own];
  return [...parts, ...(command === 'rootcause' ? [reportDescription] : [])].join('\n\n');
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 300));
}

import { reportDescription } from '../../../engine/root-cause-report/report-schema';
import { fenced } from '../../../engine/tools/fence';
import type { Inquiry, InvestigationParts } from '../investigation';
import { commandText } from './command-text';
import type { Hide } from './context-parts';

/** What the prompt says of the log and the other things there are, by names that somebody else chose: they are data, too. */
export async function namesText(
  { logName }: Inquiry,
  { documents, tools }: Pick<InvestigationParts, 'documents' | 'tools'>,
  hasTools: boolean,
  hide: Hide,
): Promise<string> {
  const good = hasTools ? [...tools.goodLogs()] : [];
  const known = new Set(good.map(([, { document }]) => document));
  const lines = [
    `the log: ${shown(logName)}`,
    ...documents.filter(({ id }) => !known.has(id)).map(({ id, name }) => `document ${id}: ${shown(name)}`),
    ...good.map(([name, { document }]) => `good log for compare_logs, cited as ${document}: ${shown(name)}`),
    ...(hasTools ? tools.sources().map((name) => `source for query_source: ${shown(name)}`) : []),
  ];
  return `Names of what there is:\n${fenced('names', await hide(lines.join('\n')))}`;
}

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

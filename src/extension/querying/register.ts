import * as vscode from 'vscode';
import type { LogSource, TimeSpan } from '../../protocol/log-source';
import { activeUri } from '../shared/active-uri';
import { failureText } from '../shared/failure-text';
import { chooseSource } from './choose-source';
import { QueryHistory } from './history';
import { registerLogqlFiles } from './logql-files';
import type { AskingParts, QueryingParts } from './parts';

/** Loaded when one is asked. */
const loki = () => import('./open-loki');
const elastic = () => import('./open-elastic');
const journal = () => import('./open-journal');

/** From a log source to a log: queries as they are typed, their history, and files of LogQL. */
export function registerQuerying(context: vscode.ExtensionContext, needs: QueryingParts): void {
  const parts: AskingParts = { ...needs, history: new QueryHistory(context.globalState) };
  const command = (name: string, run: (argument: unknown) => Promise<unknown>) =>
    vscode.commands.registerCommand(name, (argument: unknown) => run(argument).catch(tell));
  context.subscriptions.push(
    command('oddline.openSource', (row) => openSource(row, parts)),
    command('oddline.openLokiQuery', async (row) => {
      const source = await chooseSource('loki', parts.sources, nameOf(row));
      const span = spanOf(row);
      const { openLogql, openLoki } = await loki();
      if (source && span) return openLogql(source, queryOf(row), { span, live: false }, parts);
      return source && openLoki(source, parts, queryOf(row));
    }),
    command('oddline.openElasticQuery', async (row) => {
      const source = await chooseSource('elastic', parts.sources, nameOf(row));
      const span = spanOf(row);
      const { openElastic, openElasticText } = await elastic();
      if (source && span)
        return openElasticText(source, source.index, queryOf(row), { span, live: false }, parts);
      return source && openElastic(source, parts, queryOf(row));
    }),
    command('oddline.pickUnit', async (row) => {
      const source = await chooseSource('journal', parts.sources, nameOf(row), here);
      return source && (await journal()).openJournal(source, parts);
    }),
    command('oddline.saveQuery', async () => (await import('./saved-queries')).saveQueryOf(activeUri())),
    ...registerLogqlFiles(parts),
  );
}

/** Needs no setting up. */
const here: LogSource & { readonly kind: 'journal' } = { kind: 'journal', name: 'journald', path: null };

/** Metrics are opened beside a log. */
async function openSource(row: unknown, parts: AskingParts): Promise<vscode.Uri | undefined> {
  const source = parts.sources.get(nameOf(row) ?? '');
  switch (source?.kind) {
    case 'loki':
      return (await loki()).openLoki(source, parts);
    case 'elastic':
      return (await elastic()).openElastic(source, parts);
    case 'journal':
      return (await journal()).openJournal(source, parts);
    case 'command':
      return parts.opening.open({ source, query: { kind: 'command' }, live: true, title: source.name });
    case 'prometheus':
      return vscode.commands.executeCommand('oddline.addMetrics', { name: source.name });
    default:
      return undefined;
  }
}

/** Of a row of the tree, or of who calls the command with a query. */
function nameOf(argument: unknown): string | undefined {
  const { name } = (argument ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

function queryOf(argument: unknown): string {
  const { query } = (argument ?? {}) as { readonly query?: unknown };
  return typeof query === 'string' ? query : '';
}

/** Who calls the command with a range has shown what is asked. */
function spanOf(argument: unknown): TimeSpan | undefined {
  const { span } = (argument ?? {}) as { readonly span?: Partial<TimeSpan> };
  const { from, until } = span ?? {};
  return typeof from === 'string' && typeof until === 'string' ? { from, until } : undefined;
}

function tell(error: unknown): void {
  void vscode.window.showErrorMessage(failureText(error));
}

import * as vscode from 'vscode';
import { logqlPlace } from '../../node/sources/queries/logql-place';
import type { LokiQuery } from '../../protocol/log-source';
import { askQuery } from '../shared/query-input';
import { problemText } from '../shared/query-problem';
import { askAmount } from './ask-amount';
import { askSpan, type WantedSpan } from './ask-span';
import { logqlCompletions } from './logql-completions';
import type { AskingParts, SourceOf } from './parts';
import { savedQueries, saveQuery } from './saved-queries';
import { lastSeconds } from './span-text';
import { surveyFirst } from './survey-first';

const hour = 3600;

/** From a query to a log: what, when, how much. Undefined where it was given up. */
export async function openLoki(
  source: SourceOf<'loki'>,
  parts: AskingParts,
  first = '',
): Promise<vscode.Uri | undefined> {
  if (!(await parts.consent.mayUse(source))) return undefined;
  const logql = await askLogql(source, parts, first);
  if (logql === undefined) return undefined;
  const wanted = await askSpan(logql);
  return wanted && openLogql(source, logql, wanted, parts);
}

export async function openLogql(
  source: SourceOf<'loki'>,
  logql: string,
  { span, live }: WantedSpan,
  parts: AskingParts,
): Promise<vscode.Uri | undefined> {
  if (!(await parts.consent.mayUse(source))) return undefined;
  const query: LokiQuery = { kind: 'loki', logql, span, limit: null };
  const limit = live ? null : await askAmount(logql, source, query, parts);
  if (limit === undefined) return undefined;
  // Of more lines the one to type in would show another query.
  if (!/[\n\r]/.test(logql)) await parts.history.add(source.name, logql);
  if (limit === 'survey') return surveyFirst(source, query, parts);
  return parts.opening.open({ source, query: { ...query, limit }, live, title: titleOf(source.name, logql) });
}

export function titleOf(source: string, query: string): string {
  const words = query.replace(/\s+/g, ' ').trim();
  return `${source} ${words.length > 60 ? `${words.slice(0, 59)}…` : words}`;
}

function askLogql(source: SourceOf<'loki'>, parts: AskingParts, first: string): Promise<string | undefined> {
  const { history, questions } = parts;
  const span = lastSeconds(hour, Date.now());
  return askQuery({
    title: vscode.l10n.t('LogQL query of {0}', source.name),
    placeholder: '{service_name="checkout"} |= "timeout"',
    value: first,
    history: history.of(source.name),
    forget: (query) => void history.forget(source.name, query),
    saved: savedQueries(
      (uri) => void vscode.commands.executeCommand('oddline.runLogqlFile', uri, source.name),
    ),
    save: (query) => void saveQuery(source.name, query),
    isUnfinished: (query) => logqlPlace(query, query.length).kind !== 'other',
    completions: async (query, signal) => {
      // A selector is what a query begins with.
      const text = query.trim() === '' ? '{' : query;
      const found = await logqlCompletions(text, text.length, { source, span }, questions, signal);
      return found.map(({ label, text: put, from }) => ({ label, query: text.slice(0, from) + put }));
    },
    problemOf: async (logql, signal) => {
      const query: LokiQuery = { kind: 'loki', logql, span, limit: 1 };
      const problem = await questions.check({ source, query }, signal);
      return problem ? problemText(problem) : undefined;
    },
  });
}

import * as vscode from 'vscode';
import type { ElasticQuery } from '../../protocol/log-source';
import { askQuery } from '../shared/query-input';
import { problemText } from '../shared/query-problem';
import { askAmount } from './ask-amount';
import { askSpan, type WantedSpan } from './ask-span';
import { titleOf } from './open-loki';
import type { AskingParts, SourceOf } from './parts';
import { lastSeconds } from './span-text';
import { surveyFirst } from './survey-first';

const hour = 3600;
const mostShown = 500;
/** A field's name that is being typed at the end. */
const lastWord = /[\w.@-]*$/;

/** From an index and a query to a log. Undefined where it was given up. */
export async function openElastic(
  source: SourceOf<'elastic'>,
  parts: AskingParts,
  first = '',
): Promise<vscode.Uri | undefined> {
  if (!(await parts.consent.mayUse(source))) return undefined;
  const index = await vscode.window.showInputBox({
    title: vscode.l10n.t('Index pattern of {0}', source.name),
    value: source.index,
    ignoreFocusOut: true,
  });
  if (index === undefined || index.trim() === '') return undefined;
  const text = await askText(source, index.trim(), parts, first);
  if (text === undefined) return undefined;
  const wanted = await askSpan(text);
  if (!wanted) return undefined;
  return openElasticText(source, index.trim(), text, wanted, parts);
}

export async function openElasticText(
  source: SourceOf<'elastic'>,
  index: string,
  text: string,
  { span, live }: WantedSpan,
  parts: AskingParts,
): Promise<vscode.Uri | undefined> {
  if (!(await parts.consent.mayUse(source))) return undefined;
  const query = elasticQuery(index, text, span);
  const limit = live ? null : await askAmount(text, source, query, parts);
  if (limit === undefined) return undefined;
  await parts.history.add(source.name, text);
  if (limit === 'survey') return surveyFirst(source, query, parts);
  return parts.opening.open({ source, query: { ...query, limit }, live, title: titleOf(source.name, text) });
}

/** What begins with a brace is Query DSL, anything else Lucene text. */
function elasticQuery(index: string, text: string, span: ElasticQuery['span']): ElasticQuery {
  const kind = text.trimStart().startsWith('{') ? 'dsl' : 'lucene';
  return { kind: 'elastic', index, text: { kind, text }, span, limit: null };
}

function askText(
  source: SourceOf<'elastic'>,
  index: string,
  { history, questions }: AskingParts,
  first: string,
): Promise<string | undefined> {
  const span = lastSeconds(hour, Date.now());
  return askQuery({
    title: vscode.l10n.t('Query of {0}: Lucene text, or Query DSL in braces', source.name),
    placeholder: 'log.level:error AND service.name:checkout',
    value: first === '' ? '*' : first,
    history: history.of(source.name),
    forget: (query) => void history.forget(source.name, query),
    isUnfinished: () => false,
    completions: async (text, signal) => {
      if (text.trimStart().startsWith('{')) return [];
      const from = lastWord.exec(text)?.index ?? text.length;
      const typed = text.slice(from).toLowerCase();
      const names = await questions.names({ source, span, within: index }, signal);
      const fitting = names.filter((name) => name.toLowerCase().includes(typed)).slice(0, mostShown);
      return fitting.map((name) => ({ label: name, query: `${text.slice(0, from)}${name}:` }));
    },
    problemOf: async (text, signal) => {
      const problem = await questions.check({ source, query: elasticQuery(index, text, span) }, signal);
      return problem ? problemText(problem) : undefined;
    },
  });
}

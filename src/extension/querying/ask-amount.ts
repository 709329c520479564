import * as vscode from 'vscode';
import type { ElasticQuery, HttpLogSource, LokiQuery } from '../../protocol/log-source';
import type { FetchEstimate } from '../../protocol/sources';
import { formatNumber, localise } from '../shared/localise';
import { fetchTimeText } from './fetch-time';
import type { QueryingParts } from './parts';

/** More is fetched only after the estimate was looked at. */
const manyEntries = 100_000;
const manyBytes = 100e6;
const firstLimit = 5000;

interface AmountItem extends vscode.QuickPickItem {
  readonly limit: number | null | 'survey';
}

/**
 * How many entries are fetched. Says first what the query would bring, as far as the server can tell. Undefined where it was given up;
 * `survey` where the server is to count first.
 */
export async function askAmount(
  title: string,
  source: HttpLogSource,
  query: LokiQuery | ElasticQuery,
  { questions, paces }: Pick<QueryingParts, 'questions' | 'paces'>,
): Promise<number | null | 'survey' | undefined> {
  const list = vscode.window.createQuickPick<AmountItem>();
  const placeholder = vscode.l10n.t('Asking how much there is…');
  Object.assign(list, {
    title,
    placeholder,
    busy: true,
    ignoreFocusOut: true,
    items: itemsFor(undefined, null),
  });
  const abort = new AbortController();
  const chosen = new Promise<AmountItem | undefined>((resolve) => {
    list.onDidAccept(() => resolve(list.selectedItems[0]));
    list.onDidHide(() => resolve(undefined));
  });
  list.show();
  void questions
    .estimate({ source, query: { ...query, limit: null } }, abort.signal)
    .catch((): FetchEstimate => ({ bytes: null, entries: null, streams: null, notes: [] }))
    .then((estimate) => {
      if (abort.signal.aborted) return;
      const items = itemsFor(estimate, paces.of(source.name));
      // Each stays in its place: whoever is about to choose one gets that one.
      const [active = items[0]] = list.activeItems;
      const limit = active.limit === firstLimit && isLittle(estimate) ? null : active.limit;
      Object.assign(list, { busy: false, placeholder: estimateText(estimate), items });
      list.activeItems = items.filter((item) => item.limit === limit);
    });
  const item = await chosen;
  abort.abort();
  list.dispose();
  return item?.limit;
}

function isLittle({ bytes, entries }: FetchEstimate): boolean {
  return entries !== null && entries <= manyEntries && (bytes ?? 0) <= manyBytes;
}

function itemsFor(estimate: FetchEstimate | undefined, pace: number | null): readonly AmountItem[] {
  const there = estimate?.entries ?? null;
  const timeOf = (entries: number) =>
    there === null || entries < manyEntries ? '' : fetchTimeText(Math.min(there, entries), pace);
  const newest = (limit: number): AmountItem => ({
    label: vscode.l10n.t('The newest {0}', formatNumber(limit)),
    description: timeOf(limit),
    limit,
  });
  const all: AmountItem = {
    label: vscode.l10n.t('All'),
    description: estimate ? joined(amountOf(estimate), timeOf(there ?? 0)) : '',
    limit: null,
  };
  const survey: AmountItem = {
    label: `$(graph) ${vscode.l10n.t('Let the server count first')}`,
    description: vscode.l10n.t('shows what is strange, and fetches only that'),
    limit: 'survey',
  };
  return [newest(firstLimit), newest(50_000), newest(500_000), survey, all];
}

function estimateText(estimate: FetchEstimate): string {
  const amount = amountOf(estimate);
  if (amount === '') return vscode.l10n.t('The server does not say how much there is. How much to fetch?');
  return [
    vscode.l10n.t('There are about {0}. How much to fetch?', amount),
    ...estimate.notes.map(localise),
  ].join(' ');
}

function amountOf({ entries, bytes }: FetchEstimate): string {
  return joined(
    entries === null ? '' : vscode.l10n.t('{0} entries', formatNumber(entries)),
    bytes === null ? '' : bytesText(bytes),
  );
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${formatNumber(Number((bytes / 1000 ** power).toPrecision(3)))} ${units[power]}`;
}

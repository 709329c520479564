import * as vscode from 'vscode';
import type { TimeSpan } from '../../protocol/log-source';
import { askTimeRange } from '../shared/ask-time-range';
import { lastSeconds, secondsOf } from './span-text';

/** `live`: what comes from now on, after the last of what is there. */
export type WantedSpan = { readonly span: TimeSpan; readonly live: boolean };

const minute = 60;
interface SpanItem extends vscode.QuickPickItem {
  readonly seconds?: number;
  readonly live?: boolean;
}

/** Undefined where it was given up. */
export async function askSpan(title: string): Promise<WantedSpan | undefined> {
  const items: readonly SpanItem[] = [
    { label: vscode.l10n.t('Last 15 minutes'), seconds: 15 * minute },
    { label: vscode.l10n.t('Last hour'), seconds: 60 * minute },
    { label: vscode.l10n.t('Last 6 hours'), seconds: 360 * minute },
    { label: vscode.l10n.t('Last day'), seconds: 1440 * minute },
    { label: vscode.l10n.t('Last 7 days'), seconds: 7 * 1440 * minute },
    { label: `$(calendar) ${vscode.l10n.t('Between two times…')}` },
    {
      label: `$(broadcast) ${vscode.l10n.t('Live')}`,
      description: vscode.l10n.t('the last 5 minutes, and what comes'),
      seconds: 5 * minute,
      live: true,
    },
  ];
  const list = vscode.window.createQuickPick<SpanItem>();
  const placeholder = vscode.l10n.t('Choose, or type how long back: 90m, 2h 30m, 3d');
  Object.assign(list, { title, items, placeholder, ignoreFocusOut: true });
  const chosen = await new Promise<SpanItem | undefined>((resolve) => {
    list.onDidChangeValue((value) => {
      const seconds = secondsOf(value);
      const typed = { label: vscode.l10n.t('Last {0}', value.trim()), alwaysShow: true };
      list.items = seconds ? [{ ...typed, seconds }, ...items] : items;
    });
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => resolve(undefined));
    list.show();
  });
  list.dispose();
  if (!chosen) return undefined;
  const { seconds, live = false } = chosen;
  if (seconds !== undefined) return { span: lastSeconds(seconds, Date.now()), live };
  return askBetween();
}

async function askBetween(): Promise<WantedSpan | undefined> {
  const range = await askTimeRange(undefined);
  if (!range) return undefined;
  const from = range.from ?? '0';
  // A range of the log includes its last moment, a span does not.
  const until = range.until === null ? lastSeconds(0, Date.now()).until : String(BigInt(range.until) + 1n);
  return { span: { from, until }, live: false };
}

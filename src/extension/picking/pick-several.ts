import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { failureText } from '../shared/failure-text';
import { tellMissing } from '../shared/tell-missing';
import type { Manner } from './manners';

export interface Found<One> extends vscode.QuickPickItem {
  readonly found: One;
}

export interface FoundItems<One> {
  readonly items: readonly Found<One>[];
  /** Why some are missing. */
  readonly problems: readonly Sentence[];
}

export interface Picking<One> {
  readonly title: string;
  /** Rejects with InputError. */
  readonly find: (signal: AbortSignal) => Promise<FoundItems<One>>;
  readonly manners: readonly Manner[];
}

/** Two choices: which, several at once, and how. Undefined where it was given up. */
export async function pickSeveral<One>({
  title,
  find,
  manners,
}: Picking<One>): Promise<{ readonly chosen: readonly One[]; readonly manner: Manner } | undefined> {
  const abort = new AbortController();
  const cancellation = new vscode.CancellationTokenSource();
  const items = find(abort.signal).then(
    (found) => {
      tellMissing(found.problems);
      return found.items;
    },
    (error) => {
      cancellation.cancel();
      if (!abort.signal.aborted) void vscode.window.showErrorMessage(failureText(error));
      return [];
    },
  );
  const placeHolder = vscode.l10n.t('Choose one or several: they are read as one log, in order of time');
  const options = { title, placeHolder, canPickMany: true, matchOnDescription: true } as const;
  const chosen = await vscode.window.showQuickPick(items, options, cancellation.token);
  abort.abort();
  cancellation.dispose();
  if (!chosen || chosen.length === 0) return undefined;
  const manner = await vscode.window.showQuickPick(manners, { title });
  return manner && { chosen: chosen.map(({ found }) => found), manner };
}

/** `3 h`; '' where nobody knows. Since `created`, milliseconds since the epoch. */
export function ageText(created: number | null): string {
  if (created === null) return '';
  const seconds = Math.max(0, (Date.now() - created) / 1000);
  if (seconds < 3600) return vscode.l10n.t('{0} min old', Math.floor(seconds / 60));
  if (seconds < 172_800) return vscode.l10n.t('{0} h old', Math.floor(seconds / 3600));
  return vscode.l10n.t('{0} days old', Math.floor(seconds / 86_400));
}

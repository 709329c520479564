import * as vscode from 'vscode';
import type { CaseLog } from '../../node/cases/case-file';
import type { LocatedSource } from '../../node/cases/locate-source';
import { formatNumber } from '../shared/localise';
import { logName } from '../shared/log-name';

/** What became of a log since the case was saved. */
export interface WhatBecame {
  readonly log: CaseLog;
  /** By source; undefined of one that is gone. */
  readonly located: readonly (LocatedSource | undefined)[];
  /** Marks that stand on their lines. */
  readonly found: number;
}

/** One message for all; a warning where something of the case is lost. */
export async function tellChanges(savedAt: string, became: readonly WhatBecame[]): Promise<void> {
  const changes = became.flatMap(changesOf);
  const marks = became.reduce((sum, { log }) => sum + log.reading.bookmarks.length, 0);
  const found = became.reduce((sum, one) => sum + one.found, 0);
  const all = vscode.l10n.t('{0} of {1} marks are on their lines.', formatNumber(found), formatNumber(marks));
  const since = vscode.l10n.t('Saved {0}.', savedAt.slice(0, 16).replace('T', ' '));
  const text = [since, all, ...changes].join(' ');
  const isLoss = found < marks || became.some(({ located }) => located.some((one) => one === undefined));
  if (isLoss) await vscode.window.showWarningMessage(text);
  else void vscode.window.showInformationMessage(text);
}

function changesOf({ log, located }: WhatBecame): string[] {
  return log.sources.flatMap((source, i) => {
    const name = logName(source);
    const now = located[i];
    if (now === undefined) return [vscode.l10n.t('{0} is missing.', name)];
    if (now.change === 'grown') return [vscode.l10n.t('{0} has grown since.', name)];
    if (now.change === 'moved') return [vscode.l10n.t('{0} is {1} now.', name, logName(now))];
    if (now.change === 'rewritten') return [vscode.l10n.t('{0} holds other text now.', name)];
    return [];
  });
}

import * as vscode from 'vscode';
import type { GoodLogs } from '../../protocol/analysis';
import type { AnalysedLog } from '../shared/analyses';
import { askTimeRange, spanOf } from '../shared/ask-time-range';
import { formatTime, shorterThan, type TimeSpan } from '../shared/time-range';
import { endOf, firstHalf } from './windows';

interface WindowItem extends vscode.QuickPickItem {
  readonly until: string | 'ask';
}

/** The earlier part of a log that counts as good. A log that was not analysed has no known times: they are asked. */
export async function chooseWindow(log: AnalysedLog | undefined): Promise<GoodLogs | undefined> {
  const span = log && spanOf(log);
  if (log && !span) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The log has no time stamps that are understood, so no earlier part of it can be chosen. Choose another log as the good one.',
      ),
    );
    return undefined;
  }
  if (!span) return askWindow(undefined);
  const title = vscode.l10n.t('Which part of the log was good');
  const chosen = await vscode.window.showQuickPick(windowItems(span), { title });
  if (chosen === undefined) return undefined;
  return chosen.until === 'ask' ? askWindow(span) : { kind: 'window', from: null, until: chosen.until };
}

function windowItems(span: TimeSpan): readonly WindowItem[] {
  const labels = new Map([
    [600, vscode.l10n.t('All before its last 10 minutes')],
    [3600, vscode.l10n.t('All before its last hour')],
    [86_400, vscode.l10n.t('All before its last day')],
  ]);
  const item = (label: string, until: string): WindowItem => ({
    label,
    until,
    description: vscode.l10n.t('until {0}', formatTime(until, span.zone)),
  });
  return [
    ...shorterThan(span, [...labels.keys()]).map((seconds) =>
      item(labels.get(seconds) ?? '', endOf(span, seconds)),
    ),
    item(vscode.l10n.t('The first half of its time'), firstHalf(span)),
    { label: vscode.l10n.t('Another range…'), until: 'ask' },
  ];
}

async function askWindow(span: TimeSpan | undefined): Promise<GoodLogs | undefined> {
  const range = await askTimeRange(span);
  return range && { kind: 'window', ...range };
}

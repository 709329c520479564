import * as vscode from 'vscode';
import type { AnalysedLog, AnalysisScope } from '../shared/analyses';
import { askTimeRange, spanOf } from '../shared/ask-time-range';
import { formatTime, lastPart, shorterThan, type TimeRange, type TimeSpan } from '../shared/time-range';
import { wholeLog } from './run-detection';

interface RangeItem extends vscode.QuickPickItem {
  readonly range: TimeRange | 'ask';
}

/** Offers the end of the log, where incidents are looked for, or any range. Undefined when nothing was chosen. */
export async function chooseTimeRange(
  _uri: vscode.Uri,
  last: AnalysedLog | undefined,
): Promise<AnalysisScope | undefined> {
  const span = last && spanOf(last);
  if (last && !span) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The log has no time stamps that are understood, so no time range can be chosen. Use a good log as baseline instead.',
      ),
    );
    return undefined;
  }
  const range = span ? await pickRange(span) : await askTimeRange(undefined);
  return range && { baselines: last?.scope.baselines ?? wholeLog.baselines, ...range };
}

async function pickRange(span: TimeSpan): Promise<TimeRange | undefined> {
  const title = vscode.l10n.t('Which part of the log to look for anomalies in');
  const chosen = await vscode.window.showQuickPick(rangeItems(span), { title });
  return chosen?.range === 'ask' ? askTimeRange(span) : chosen?.range;
}

function rangeItems(span: TimeSpan): readonly RangeItem[] {
  const labels = new Map([
    [600, vscode.l10n.t('Last 10 minutes of the log')],
    [3600, vscode.l10n.t('Last hour of the log')],
    [86_400, vscode.l10n.t('Last day of the log')],
  ]);
  const lastParts = shorterThan(span, [...labels.keys()]).map((seconds): RangeItem => {
    const range = lastPart(span, seconds);
    const description = vscode.l10n.t('from {0}', formatTime(range.from ?? span.first, span.zone));
    return { label: labels.get(seconds) ?? '', range, description };
  });
  return [
    ...lastParts,
    { label: vscode.l10n.t('Another range…'), range: 'ask' },
    { label: vscode.l10n.t('The whole log'), range: { from: null, until: null } },
  ];
}

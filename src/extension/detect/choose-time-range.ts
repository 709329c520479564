import * as vscode from 'vscode';
import type { AnalysedLog, AnalysisScope } from '../shared/analyses';
import { wholeLog } from './run-detection';
import {
  formatTime,
  lastPart,
  type ParsedRange,
  parseTimeRange,
  shorterThan,
  type TimeRange,
  type TimeSpan,
} from './time-range';

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
  const range = span ? await pickRange(span) : await askRange(undefined);
  return range && { baselines: last?.scope.baselines ?? wholeLog.baselines, ...range };
}

function spanOf({ report }: AnalysedLog): TimeSpan | undefined {
  const { firstTime: first, lastTime: last } = report.overview;
  return first !== null && last !== null ? { first, last } : undefined;
}

async function pickRange(span: TimeSpan): Promise<TimeRange | undefined> {
  const title = vscode.l10n.t('Which part of the log to look for anomalies in');
  const chosen = await vscode.window.showQuickPick(rangeItems(span), { title });
  return chosen?.range === 'ask' ? askRange(span) : chosen?.range;
}

function rangeItems(span: TimeSpan): readonly RangeItem[] {
  const labels = new Map([
    [600, vscode.l10n.t('Last 10 minutes of the log')],
    [3600, vscode.l10n.t('Last hour of the log')],
    [86_400, vscode.l10n.t('Last day of the log')],
  ]);
  const lastParts = shorterThan(span, [...labels.keys()]).map((seconds): RangeItem => {
    const range = lastPart(span, seconds);
    const description = vscode.l10n.t('from {0}', formatTime(range.from ?? span.first));
    return { label: labels.get(seconds) ?? '', range, description };
  });
  return [
    ...lastParts,
    { label: vscode.l10n.t('Another range…'), range: 'ask' },
    { label: vscode.l10n.t('The whole log'), range: { from: null, until: null } },
  ];
}

async function askRange(span: TimeSpan | undefined): Promise<TimeRange | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Time range (UTC)'),
    prompt: span
      ? vscode.l10n.t('The log goes from {0} to {1}.', formatTime(span.first), formatTime(span.last))
      : vscode.l10n.t('For example: 2026-01-31 10:00 to 2026-01-31 10:30'),
    value: span ? `${formatTime(span.first)} to ${formatTime(span.last)}` : '',
    ignoreFocusOut: true,
    validateInput: (value) => problemOf(parseTimeRange(value, span)),
  });
  const range = text === undefined ? undefined : parseTimeRange(text, span);
  return typeof range === 'object' ? range : undefined;
}

function problemOf(parsed: ParsedRange): string | undefined {
  if (parsed === 'not a time') {
    return vscode.l10n.t('Write two times, for example: 2026-01-31 10:00 to 2026-01-31 10:30');
  }
  if (parsed === 'ends before it begins') return vscode.l10n.t('The range ends before it begins.');
  if (parsed === 'outside the log') return vscode.l10n.t('The log has no records in that range.');
  return undefined;
}

import * as vscode from 'vscode';
import type { AnalysedLog } from './analyses';
import { zoneLabel } from './log-time';
import { formatTime, type ParsedRange, parseTimeRange, type TimeRange, type TimeSpan } from './time-range';

/** Undefined where no record has a time. */
export function spanOf({ extent }: AnalysedLog): TimeSpan | undefined {
  const { firstTime: first, lastTime: last, zone } = extent;
  return first !== null && last !== null ? { first, last, zone } : undefined;
}

/** Undefined where it was given up. */
export async function askTimeRange(span: TimeSpan | undefined): Promise<TimeRange | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Time range ({0})', zoneLabel(span?.zone ?? 'UTC')),
    prompt: span
      ? vscode.l10n.t(
          'The log goes from {0} to {1}.',
          formatTime(span.first, span.zone),
          formatTime(span.last, span.zone),
        )
      : vscode.l10n.t('For example: 2026-01-31 10:00 to 2026-01-31 10:30'),
    value: span ? `${formatTime(span.first, span.zone)} to ${formatTime(span.last, span.zone)}` : '',
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

import * as vscode from 'vscode';
import type { MetricsAnswer, MetricsOrigin, MetricsPlace } from '../../protocol/metrics';
import { failureText } from '../shared/failure-text';
import { formatNumber, localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { targetLog } from '../shared/log-target';
import { messageText } from '../shared/message-text';
import { chooseOrigin } from './choose-origin';
import type { MetricsParts } from './parts';

/**
 * Puts figures beside a log once they were read: what nothing can be had of is not kept. Resolves with where they come from, undefined
 * where it was given up.
 */
export async function addMetrics(argument: unknown, parts: MetricsParts): Promise<MetricsOrigin | undefined> {
  const uri = await targetLog(argument);
  const place = uri && (await chooseOrigin(sourceName(argument), parts));
  const answer = place && (await readOnce(place, parts));
  if (!uri || !place || !answer) return undefined;
  const origin = originOf(place);
  parts.metrics.add(uri, origin);
  void tell(uri, answer);
  return origin;
}

/** Of a row of the log sources. */
function sourceName(argument: unknown): string | undefined {
  const { name } = (argument ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

/** Undefined where nothing can be had, which is told, or it was cancelled. */
function readOnce(origin: MetricsPlace, { questions }: MetricsParts): Thenable<MetricsAnswer | undefined> {
  const title = vscode.l10n.t('Reading metrics');
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, cancellation) => {
    const abort = new AbortController();
    cancellation.onCancellationRequested(() => abort.abort());
    try {
      return await questions.metrics({ origin, window: null }, abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) void vscode.window.showErrorMessage(failureText(error));
      return undefined;
    }
  });
}

/** Of a source only its name is kept. */
function originOf(place: MetricsPlace): MetricsOrigin {
  return place.kind === 'csv' ? place : { ...place, source: place.source.name };
}

async function tell(uri: vscode.Uri, { series, notes }: MetricsAnswer): Promise<void> {
  const open = vscode.l10n.t('Open Dashboard');
  const text =
    series.length === 0
      ? vscode.l10n.t('Beside {0}, but without figures of the last hour.', logName(uri))
      : vscode.l10n.t('Beside {0}: {1} series of metrics.', logName(uri), formatNumber(series.length));
  const told = messageText([text, ...notes.map(localise)].join(' '));
  if ((await vscode.window.showInformationMessage(told, open)) === open)
    await vscode.commands.executeCommand('oddline.openDashboard', uri);
}

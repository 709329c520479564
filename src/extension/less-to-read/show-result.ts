import * as vscode from 'vscode';
import { openDocument } from '../shared/active-uri';
import { hasBigLogTab } from '../shared/big-log-tabs';
import { isLargeDocument } from '../shared/large-document';
import { localise } from '../shared/localise';
import { enabledClauses } from '../shared/shown-request';
import type { Shown } from '../shared/shown-rows';
import { logOf } from '../shared/understood-uri';
import { openWhereItFolds } from './native-limits';
import type { LessToRead } from './needs';

/**
 * After what is hidden was changed on purpose: where it is to be seen. Our own editor shows it by itself. `preserveFocus`: it was
 * changed from a page beside it.
 */
export async function showResult(
  uri: vscode.Uri,
  line: number,
  parts: LessToRead,
  preserveFocus = false,
): Promise<void> {
  const document = openDocument(uri);
  if (!document || isInBigLogEditor(uri)) return;
  if (isLargeDocument(document)) return openWhereItFolds(uri);
  if (enabledClauses(parts.readings.of(uri)).length === 0) return;
  await parts.views.open(uri, line, preserveFocus);
  const shown = await nextShown(uri, parts);
  const status = parts.logs.statusOf(uri);
  if (shown) tellUseless(uri, shown, parts);
  else if (status.kind === 'problem') void offerCure(uri, localise(status.problem.sentence), parts);
}

function isInBigLogEditor(uri: vscode.Uri): boolean {
  const active = vscode.window.activeTextEditor?.document.uri;
  return hasBigLogTab(uri) && (!active || logOf(active).toString() !== uri.toString());
}

/** Undefined where something is in the way, which `NativeLogs` tells, or another change comes first. */
function nextShown(uri: vscode.Uri, { logs, readings }: LessToRead): Promise<Shown | undefined> {
  const { filter } = readings.of(uri);
  const isIt = (shown: Shown | undefined) => shown?.reading.filter === filter;
  const known = logs.shownOf(uri);
  if (isIt(known)) return Promise.resolve(known);
  return new Promise((resolve) => {
    const settle = (shown: Shown | undefined) => {
      subscription.dispose();
      resolve(shown);
    };
    const subscription = vscode.Disposable.from(
      logs.onDidShow((one) => {
        if (one.toString() !== uri.toString()) return;
        const shown = logs.shownOf(uri);
        if (isIt(shown) || !shown) settle(shown);
      }),
      logs.onDidChangeStatus((one) => {
        const isIts = one.toString() === uri.toString();
        if (isIts && logs.statusOf(one).kind === 'problem') settle(undefined);
      }),
      readings.onDidChange((change) => {
        if (change.uri.toString() === uri.toString() && change.reading.filter !== filter) settle(undefined);
      }),
    );
  });
}

/** A filter that leaves nothing, or everything, deserves its cure. */
function tellUseless(uri: vscode.Uri, shown: Shown, parts: LessToRead): void {
  const text = uselessText(shown);
  if (text !== undefined) void offerCure(uri, text, parts);
}

function uselessText({ rows, hiddenLines }: Shown): string | undefined {
  if (rows === 0) {
    return vscode.l10n.t('No line fits the filter. Each word narrows it: loosen or switch off one.');
  }
  if (hiddenLines > 0) return undefined;
  return localise({ pattern: 'The filter fits all {0} lines, so it hides nothing.', values: [rows] });
}

async function offerCure(uri: vscode.Uri, text: string, { readings }: LessToRead): Promise<void> {
  const change = vscode.l10n.t('Change Filter…');
  const clear = vscode.l10n.t('Show All Lines');
  const chosen = await vscode.window.showInformationMessage(text, change, clear);
  if (chosen === change) await vscode.commands.executeCommand('oddline.filterLog', uri);
  if (chosen === clear) readings.change(uri, { filter: { clauses: [], context: 0 } });
}

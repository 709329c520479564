import * as vscode from 'vscode';
import { bigLogViewType } from '../shared/big-log-tabs';
import { logName } from '../shared/log-name';
import { mergedUris, mergeUri } from '../shared/log-uri';
import { canBeMerged, chooseLogs } from './choose-logs';

/** More names than these make no title. */
const mostNamed = 3;

/** Opens logs as one in order of time. From the explorer: the file the menu was opened on, and all that are selected. */
export async function mergeLogs(argument: unknown, selected: unknown): Promise<vscode.Uri | undefined> {
  const given = givenUris(argument, selected);
  const chosen = given.length > 1 ? given : await chooseLogs();
  if (!chosen) return undefined;
  const logs = distinct(chosen.flatMap((uri) => mergedUris(uri) ?? [uri]));
  const refused = logs.find((uri) => !canBeMerged(uri));
  if (refused) return void tell(vscode.l10n.t('{0} is in no file on disk. Save it first.', logName(refused)));
  if (logs.length < 2) return void tell(vscode.l10n.t('Choose two logs or more: they are shown as one.'));
  const uri = mergeUri(titleOf(logs), logs);
  await vscode.commands.executeCommand('vscode.openWith', uri, bigLogViewType, { preview: false });
  return uri;
}

function givenUris(argument: unknown, selected: unknown): readonly vscode.Uri[] {
  const uris = Array.isArray(selected) ? selected : [argument];
  return uris.filter((one) => one instanceof vscode.Uri);
}

function distinct(uris: readonly vscode.Uri[]): readonly vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

function titleOf(logs: readonly vscode.Uri[]): string {
  const names = logs.map(logName);
  if (names.length <= mostNamed) return names.join(' + ');
  return vscode.l10n.t(
    '{0} + {1} more',
    names.slice(0, mostNamed - 1).join(' + '),
    logs.length - mostNamed + 1,
  );
}

function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}

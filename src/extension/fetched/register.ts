import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import { failureText } from '../shared/failure-text';
import { logName } from '../shared/log-name';
import { mergedUris, remoteScheme } from '../shared/log-uri';
import type { RemoteLogs } from '../shared/remote-logs';

/** What can be done with a remote log that was fetched, or still is. */
export function registerFetched(
  context: vscode.ExtensionContext,
  { remote }: { readonly remote: RemoteLogs },
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('oddline.stopFetching', () => stop(remote)),
    vscode.commands.registerCommand('oddline.saveRemoteLog', () => save(remote)),
  );
}

/** What was fetched stays, and is said to be a part. */
function stop(remote: RemoteLogs): void {
  const uri = activeUri();
  for (const one of uri ? (mergedUris(uri) ?? [uri]) : []) remote.stop(one);
}

/** Each entry with its time and labels, as it is shown. What comes later is not in the file. */
async function save(remote: RemoteLogs): Promise<void> {
  const uri = activeUri();
  if (uri?.scheme !== remoteScheme) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${
    logName(uri)
      .replace(/[^\w.+-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'remote'
  }.log`;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Remote Log'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (!target) return;
  try {
    const from = vscode.Uri.file(await remote.pathOf(uri));
    await vscode.workspace.fs.copy(from, target, { overwrite: true });
    await tellSaved(target, remote.stateOf(uri)?.isGrowing === true);
  } catch (error) {
    void vscode.window.showErrorMessage(failureText(error));
  }
}

async function tellSaved(target: vscode.Uri, isGrowing: boolean): Promise<void> {
  const open = vscode.l10n.t('Open');
  const part = isGrowing ? ` ${vscode.l10n.t('What comes from now on is not in it.')}` : '';
  const text = `${vscode.l10n.t('{0} is written.', logName(target))}${part}`;
  if ((await vscode.window.showInformationMessage(text, open)) === open)
    await vscode.commands.executeCommand('vscode.open', target);
}

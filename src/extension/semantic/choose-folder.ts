import * as vscode from 'vscode';
import { tellFailure } from './asking';
import type { SemanticParts } from './parts';
import { useFolder } from './semantic-settings';

/** True where a folder was chosen whose model embeds: that is tried before anything changes. */
export async function chooseModelFolder(parts: SemanticParts): Promise<boolean> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      title: vscode.l10n.t('The folder of a model'),
      openLabel: vscode.l10n.t('Use Model'),
    })) ?? [];
  return folder !== undefined && tryFolder(folder.fsPath, parts);
}

/** Loading takes a second or more of its own thread. */
export async function tryFolder(folder: string, parts: SemanticParts): Promise<boolean> {
  const title = vscode.l10n.t('Loading the model');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const control = new AbortController();
  try {
    await vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => control.abort());
      return parts.thread.ask('open', { folder, kind: 'embedding' }, control.signal);
    });
    await useFolder(folder);
    return true;
  } catch (error) {
    if (!control.signal.aborted) tellFailure(error, parts);
    return false;
  }
}

import * as vscode from 'vscode';
import { failureText } from '../shared/failure-text';
import { logName } from '../shared/log-name';
import { remoteLogOf } from '../shared/log-uri';
import type { SavedQuery } from '../shared/query-input';
import { queryFileName, queryFileText } from './query-file';

/** Nobody looks through more of them; the search ends there. */
const mostFiles = 200;

/** `.logql` files of the workspace; `run` is given the one that was chosen. */
export async function savedQueries(run: (uri: vscode.Uri) => void): Promise<readonly SavedQuery[]> {
  const uris = await vscode.workspace.findFiles('**/*.logql', undefined, mostFiles);
  return uris
    .map((uri) => ({ name: logName(uri), place: vscode.workspace.asRelativePath(uri), open: () => run(uri) }))
    .toSorted((a, b) => a.place.localeCompare(b.place));
}

/** Of the remote log in front, or what a person typed. Shows the file, whose CodeLens runs it; undefined where it was given up. */
export async function saveQuery(
  source: string,
  logql: string,
  folder = vscode.workspace.workspaceFolders?.[0]?.uri,
): Promise<vscode.Uri | undefined> {
  const name = queryFileName(logql);
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Query'),
    filters: { LogQL: ['logql'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (!target) return undefined;
  try {
    await vscode.workspace.fs.writeFile(target, Buffer.from(queryFileText(source, logql)));
    await vscode.window.showTextDocument(target, { preview: false });
    return target;
  } catch (error) {
    void vscode.window.showErrorMessage(failureText(error));
    return undefined;
  }
}

/** Only queries of Loki have files. */
export async function saveQueryOf(uri: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const remote = uri && remoteLogOf(uri);
  if (remote?.query.kind === 'loki') return saveQuery(remote.source, remote.query.logql);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Only queries of Loki are kept as files. Open the log of one, or type one in Open Loki Query….',
    ),
  );
  return undefined;
}

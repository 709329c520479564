import * as vscode from 'vscode';
import { repositoryPlace } from '../../node/git/repository-place';
import { logName } from './log-name';
import { placeText } from './markdown-block';

/** Where lines of a file are, for people who have it too, and on the web where its repository is there. Lines from 1, both part of it. */
export async function whereLinesAre(
  uri: vscode.Uri,
  first: number,
  last: number,
): Promise<{ readonly place: string; readonly address: string | undefined }> {
  const found = uri.scheme === 'file' ? await repositoryPlace(uri.fsPath) : undefined;
  return {
    place: placeText(found?.path ?? pathInWorkspace(uri), first, last),
    address: found?.addressOf({ first, last }),
  };
}

/** Elsewhere the name alone: folders say whose machine it was. */
function pathInWorkspace(uri: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(uri)
    ? vscode.workspace.asRelativePath(uri, false)
    : logName(uri);
}

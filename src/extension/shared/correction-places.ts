import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { canKeepStore } from '../../node/store/store-folder';

/** Folders of the store that may hold corrections of one log's formats and templates. */
export interface CorrectionPlaces {
  /** Where a new correction goes. */
  readonly write: string;
  /** On this machine, outside any workspace. */
  readonly own: string;
  /** `.oddline/` of the workspace folder the log lies in. */
  readonly workspace: string | undefined;
}

/**
 * `.oddline/` of the workspace folder that holds the log; where there is none, or where it may not be used, a folder of
 * the extension's global storage. That one is named by the folder the log lies in and not by its content: a correction
 * made in one day's file must hold in the next day's.
 */
export async function correctionPlaces(
  uri: vscode.Uri,
  globalStorage: vscode.Uri,
  mayUseWorkspace: boolean,
): Promise<CorrectionPlaces> {
  const own = join(globalStorage.fsPath, 'folders', nameOf(dirname(uri.toString())));
  const folder = uri.scheme === 'file' ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
  const workspace = folder && join(folder.uri.fsPath, '.oddline');
  const mayWrite = folder !== undefined && mayUseWorkspace && (await canKeepStore(folder.uri.fsPath));
  return { write: mayWrite && workspace !== undefined ? workspace : own, own, workspace };
}

function nameOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}

import * as vscode from 'vscode';
import { canKeepStore } from '../../node/store/store-folder';
import { type StoreLocation, storeLocation } from '../../node/store/store-location';
import type { AnalysedLog } from '../shared/analyses';

export interface LabelPlaces {
  /** Where a new label goes. */
  readonly write: StoreLocation;
  /** What this machine knows of the log's content. */
  readonly own: StoreLocation;
  /** Places of the workspace where something may be said of the log. */
  readonly workspace: readonly StoreLocation[];
  /** Whether they speak of every log within their folder, or only of those whose content they name. */
  readonly isInWorkspace: boolean;
}

/** Undefined for a log without a line: it has no findings either. */
export async function placesOf(
  log: AnalysedLog,
  globalStorage: vscode.Uri,
  mayUseWorkspace: boolean,
): Promise<LabelPlaces | undefined> {
  const { contentKey } = log.report.sources[0];
  if (contentKey === '') return undefined;
  const folders = localFolders();
  const writable = new Set<string>();
  for (const folder of folders) if (await canKeepStore(folder)) writable.add(folder);
  const file = log.uri.scheme === 'file' ? log.uri.fsPath : null;
  const question = { file, workspaceFolders: folders, globalStorage: globalStorage.fsPath, contentKey };
  const own = storeLocation({ ...question, isWritable: () => false });
  const speaking = own.workspaceFolder === undefined ? folders : [own.workspaceFolder];
  return {
    write: storeLocation({ ...question, isWritable: (folder) => mayUseWorkspace && writable.has(folder) }),
    own,
    workspace: speaking.map((folder) => locationIn(folder, contentKey, globalStorage)),
    isInWorkspace: own.workspaceFolder !== undefined,
  };
}

/** The store of one workspace folder, whether the log lies in it or not. */
export function locationIn(folder: string, contentKey: string, globalStorage: vscode.Uri): StoreLocation {
  return storeLocation({
    file: vscode.Uri.joinPath(vscode.Uri.file(folder), '.oddline').fsPath,
    workspaceFolders: [folder],
    isWritable: () => true,
    globalStorage: globalStorage.fsPath,
    contentKey,
  });
}

/** Folders of virtual file systems hold no store: it is read and written through node:fs. */
export function localFolders(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}

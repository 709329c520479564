import type * as vscode from 'vscode';
import { storeLocation } from '../../node/store/store-location';
import { correctionPlaces } from '../shared/correction-places';
import type { DatasetParts } from './parts';

/** Folders of the store whose files are heeded where this log is analysed. */
export async function storesOf(
  log: vscode.Uri,
  { analyses, consent, globalStorage }: Pick<DatasetParts, 'analyses' | 'consent' | 'globalStorage'>,
): Promise<readonly string[]> {
  const { own, workspace } = await correctionPlaces(log, globalStorage, consent.given);
  const contentKey = analyses.get(log)?.report.sources[0].contentKey ?? '';
  const shared = workspace !== undefined && consent.given ? [workspace] : [];
  return [own, ...(contentKey === '' ? [] : [labelFolder(contentKey, globalStorage)]), ...shared];
}

function labelFolder(contentKey: string, globalStorage: vscode.Uri): string {
  return storeLocation({
    ...{ file: null, workspaceFolders: [], contentKey },
    isWritable: () => false,
    globalStorage: globalStorage.fsPath,
  }).folder;
}

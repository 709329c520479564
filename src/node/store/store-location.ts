import { dirname, isAbsolute, join, relative, sep } from 'node:path';

export interface StoreQuestion {
  /** Path of the log; null for one that is no file here (untitled, remote source). */
  readonly file: string | null;
  readonly workspaceFolders: readonly string[];
  /** Whether a workspace folder may be written; see `canKeepStore` in store-folder.ts. */
  readonly isWritable: (folder: string) => boolean;
  readonly globalStorage: string;
  /** 16 hex digits that name the log's content. */
  readonly contentKey: string;
}

export interface StoreLocation {
  readonly kind: 'workspace' | 'global';
  /** The workspace folder that holds the log although the store may not lie there; undefined outside of any. */
  readonly workspaceFolder: string | undefined;
  /** Where the files of the store lie. */
  readonly folder: string;
  readonly labels: string;
  readonly weights: string;
}

/** `.oddline/` of the nearest workspace folder that holds the log and may be written, else global storage by content. */
export function storeLocation(question: StoreQuestion): StoreLocation {
  const workspaceFolder = nearestFolder(question.file, question.workspaceFolders);
  if (workspaceFolder !== undefined && question.isWritable(workspaceFolder)) {
    return at('workspace', workspaceFolder, join(workspaceFolder, '.oddline'));
  }
  return at('global', workspaceFolder, join(question.globalStorage, 'logs', checkedKey(question.contentKey)));
}

function nearestFolder(file: string | null, folders: readonly string[]): string | undefined {
  if (file === null) return undefined;
  const holding = folders.filter((folder) => holds(folder, file));
  return holding.sort((a, b) => b.length - a.length)[0];
}

function holds(folder: string, file: string): boolean {
  const path = relative(folder, dirname(file));
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** The key becomes a folder's name: nothing but what it must be may pass. */
function checkedKey(contentKey: string): string {
  if (!/^[0-9a-f]{16}$/.test(contentKey)) throw new Error(`Not a content key: ${JSON.stringify(contentKey)}`);
  return contentKey;
}

function at(kind: StoreLocation['kind'], workspaceFolder: string | undefined, folder: string): StoreLocation {
  const [labels, weights] = ['labels.jsonl', 'weights.json'].map((name) => join(folder, name));
  return { kind, workspaceFolder, folder, labels, weights };
}

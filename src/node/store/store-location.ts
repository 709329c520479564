import { constants } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { LabelStore } from './labels';

export interface StoreQuestion {
  /** Path of the log; null for one that is no file here (untitled, remote source). */
  readonly file: string | null;
  readonly workspaceFolders: readonly string[];
  /** Whether a workspace folder may be written; see `canKeepStore`. */
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
}

/** `.oddline/` of the nearest workspace folder that holds the log and may be written, else global storage by content. */
export function storeLocation(question: StoreQuestion): StoreLocation {
  const workspaceFolder = nearestFolder(question.file, question.workspaceFolders);
  if (workspaceFolder !== undefined && question.isWritable(workspaceFolder)) {
    return at('workspace', workspaceFolder, join(workspaceFolder, '.oddline'));
  }
  return at('global', workspaceFolder, join(question.globalStorage, 'logs', checkedKey(question.contentKey)));
}

/** Whether `.oddline/` exists in the folder and may be written, or may be made there. */
export async function canKeepStore(workspaceFolder: string): Promise<boolean> {
  const store = join(workspaceFolder, '.oddline');
  return (await isWritable(store)) ?? (await isWritable(workspaceFolder)) ?? false;
}

/** Moves what is taught from one place to another; what is there already stays. Throws InputError. */
export async function moveStore(from: StoreLocation, to: StoreLocation): Promise<void> {
  if (from.labels === to.labels) return;
  const { labels, damaged } = await new LabelStore(from.labels).list();
  if (labels.length + damaged.length === 0) return;
  await new LabelStore(to.labels).merge(labels, damaged);
  await rm(from.labels);
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
  return { kind, workspaceFolder, folder, labels: join(folder, 'labels.jsonl') };
}

/** Undefined where there is no such folder. */
async function isWritable(folder: string): Promise<boolean | undefined> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : false;
  }
}

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type LineRange, remoteOf, webAddress } from './remote-address';

/** Where a file is in its git repository. */
export interface RepositoryPlace {
  /** From the repository's folder, with forward slashes. */
  readonly path: string;
  /** Of lines of the file as it was committed; undefined where git does not keep it, or its host is none we know. */
  readonly addressOf: (lines: LineRange) => string | undefined;
}

/** git's list of files is read as a whole. */
const mostIndexBytes = 100e6;

/** Reads git's own files, starts no program. Undefined outside of repositories. */
export async function repositoryPlace(file: string): Promise<RepositoryPlace | undefined> {
  const root = await repositoryOf(path.dirname(file));
  if (root === undefined) return undefined;
  const relative = path.relative(root, file).split(path.sep).join('/');
  const git = await gitFolder(path.join(root, '.git'));
  const remote = git && (await remoteIn(git));
  const commit = git && (await commitOf(git));
  if (!git || !remote || !commit || !(await keeps(git, relative))) {
    return { path: relative, addressOf: () => undefined };
  }
  return { path: relative, addressOf: (lines) => webAddress(remote, commit, relative, lines) };
}

/** The remote of the repository a folder is in, as git has it: it may hold a password. */
export async function remoteOfFolder(folder: string): Promise<string | undefined> {
  const root = await repositoryOf(folder);
  const git = root === undefined ? undefined : await gitFolder(path.join(root, '.git'));
  return git && remoteIn(git);
}

async function remoteIn({ common }: GitFolder): Promise<string | undefined> {
  return remoteOf((await textOf(path.join(common, 'config'))) ?? '');
}

async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    const there = await stat(path.join(at, '.git')).catch(() => undefined);
    if (there) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

interface GitFolder {
  /** HEAD and the index of this working tree. */
  readonly own: string;
  /** Configuration and branches, which working trees share. */
  readonly common: string;
}

/** Of further working trees and submodules `.git` is a file that says where. */
async function gitFolder(place: string): Promise<GitFolder | undefined> {
  const isFolder = (await stat(place).catch(() => undefined))?.isDirectory() === true;
  if (isFolder) return { own: place, common: place };
  const named = /^gitdir:\s*(.+?)\s*$/m.exec((await textOf(place)) ?? '')?.[1];
  if (named === undefined) return undefined;
  const own = path.resolve(path.dirname(place), named);
  const common = (await textOf(path.join(own, 'commondir')))?.trim();
  return { own, common: common ? path.resolve(own, common) : own };
}

const isCommit = /^[0-9a-f]{40,64}$/;

async function commitOf({ own, common }: GitFolder): Promise<string | undefined> {
  const head = (await textOf(path.join(own, 'HEAD')))?.trim() ?? '';
  if (isCommit.test(head)) return head;
  const branch = /^ref:\s*(refs\/[\w./-]+)$/.exec(head)?.[1];
  if (branch === undefined || branch.includes('..')) return undefined;
  const loose = (await textOf(path.join(common, branch)))?.trim();
  if (loose !== undefined && isCommit.test(loose)) return loose;
  const packed = (await textOf(path.join(common, 'packed-refs'))) ?? '';
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${branch}`))
    ?.split(' ')[0];
}

/** Whether the index names the file. Its version 4 shortens names, which are then not found: no address rather than a dead one. */
async function keeps({ own }: GitFolder, relative: string): Promise<boolean> {
  const index = path.join(own, 'index');
  const found = await stat(index).catch(() => undefined);
  if (!found || found.size > mostIndexBytes) return false;
  const bytes = await readFile(index).catch(() => undefined);
  return bytes?.includes(`${relative}\u0000`) === true;
}

function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

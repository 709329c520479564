import { fstatSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileEnds } from '../files/file-change';
import { openLogFile } from '../files/log-file';
import type { ReadableLog } from '../files/readable-log';
import { type RotatedSet, rotatedSet } from '../files/rotated-set';
import { areEqual, endsOf } from './growing-file';

/** What a file held before it was cut. */
export interface FormerFile {
  readonly path: string;
  readonly encoding: string | undefined;
  readonly size: number;
  readonly ends: FileEnds;
}

export interface FoundCopy {
  readonly log: ReadableLog;
  readonly descriptor: number;
}

/** A file of the log's rotated set that begins with all that the file held: what `copytruncate` leaves. It must be closed. */
export async function copyOf(former: FormerFile): Promise<FoundCopy | undefined> {
  for (const path of await neighbours(former.path)) {
    const found = await sameText(path, former);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The file at `path` where it begins with all that the former held. It must be closed. */
export async function sameText(path: string, former: FormerFile): Promise<FoundCopy | undefined> {
  if (former.size === 0) return undefined;
  const log = await openLogFile(path, { encoding: former.encoding }).catch(() => undefined);
  if (log === undefined) return undefined;
  // A packed one is not looked into.
  const { descriptor } = log;
  if (descriptor !== undefined && holds(descriptor, former)) return { log, descriptor };
  await log.close();
  return undefined;
}

/** The file of the set that has this inode by now. */
export async function pathOfInode(path: string, inode: number): Promise<string | undefined> {
  for (const other of await neighbours(path)) {
    const found = await stat(other).catch(() => undefined);
    if (found?.ino === inode) return other;
  }
  return undefined;
}

/**
 * Files of the set that were written behind `former` and before the one at `path`, oldest first: where a log is rotated twice between two
 * looks. None where the names leave the order open.
 */
export async function filesBetween(path: string, former: string): Promise<string[]> {
  const { names, sure } = await setOf(path);
  const from = names.indexOf(basename(former));
  const until = names.indexOf(basename(path));
  if (!sure || from === -1) return [];
  return names.slice(from + 1, until).map((name) => join(dirname(path), name));
}

/** Newest first. */
async function neighbours(path: string): Promise<string[]> {
  const { names } = await setOf(path);
  return names
    .filter((name) => name !== basename(path))
    .toReversed()
    .map((name) => join(dirname(path), name));
}

async function setOf(path: string): Promise<RotatedSet> {
  const own = basename(path);
  const names = await readdir(dirname(path)).catch((): string[] => []);
  return rotatedSet(names.includes(own) ? names : [...names, own], own);
}

function holds(descriptor: number, { size, ends }: FormerFile): boolean {
  return fstatSync(descriptor).size >= size && areEqual(endsOf(descriptor, size), ends);
}

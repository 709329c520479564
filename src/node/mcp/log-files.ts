import { opendir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { AllowedPlace } from './allowed-files';

export interface LogFile {
  /** As a tool takes it. */
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

export interface FoundLogs {
  /** Written last first. */
  readonly files: readonly LogFile[];
  /** There were more entries than are looked through. */
  readonly isCut: boolean;
}

const namedLikeLog =
  /\.(?:log|out|err|txt|jsonl?|ndjson|csv|tsv|trace|xml)(?:[.-][\w-]{1,20}){0,2}$|^(?:syslog|messages|journal|dmesg|[\w-]{1,40}[._-]log)(?:[.-][\w-]{1,20}){0,2}$|\.log\b/i;
const passedOver = new Set(['node_modules', '.git', '.hg', '.svn', '__pycache__', '.venv']);
const mostEntries = 20_000;
const deepest = 8;

/** Files below the places that are named like logs; links are not followed. Rejects with the signal's reason. */
export async function logFiles(places: readonly AllowedPlace[], signal: AbortSignal): Promise<FoundLogs> {
  const files: LogFile[] = [];
  const budget = { entries: mostEntries };
  for (const { named, isFolder } of places) {
    if (!isFolder) await take(files, named, basename(named));
    else
      for await (const path of walk(named, 0, budget, signal)) await take(files, path, relative(named, path));
  }
  return { files: files.sort((one, other) => other.modifiedMs - one.modifiedMs), isCut: budget.entries <= 0 };
}

async function* walk(
  folder: string,
  depth: number,
  budget: { entries: number },
  signal: AbortSignal,
): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(() => undefined);
  if (entries === undefined) return;
  for await (const entry of entries) {
    signal.throwIfAborted();
    if (--budget.entries <= 0) return;
    const path = join(folder, entry.name);
    if (entry.isFile() && namedLikeLog.test(entry.name)) yield path;
    if (entry.isDirectory() && depth < deepest && !passedOver.has(entry.name))
      yield* walk(path, depth + 1, budget, signal);
  }
}

async function take(files: LogFile[], path: string, name: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) files.push({ name, bytes: found.size, modifiedMs: found.mtimeMs });
}

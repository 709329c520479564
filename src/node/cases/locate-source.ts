import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { contentKeyOf } from '../../engine/records/content-key';
import { LineSplitter } from '../../engine/text/line-splitter';
import { openLogFile } from '../files/log-file';
import { isWithinReach } from '../files/other-machine';
import { rotatedSet } from '../files/rotated-set';
import type { CaseSource } from './case-file';

/** Where a source of a case is by now, and what became of it. */
export interface LocatedSource {
  readonly path: string;
  readonly change: 'same' | 'grown' | 'moved' | 'rewritten';
}

/** Bytes of a file its first line that is not blank is looked for in. */
const headBytes = 256 << 10;

/**
 * Beside the case, where it was, or rotated under another name there: the file that begins with the same line. Where none does, the one
 * of the same name (`rewritten`); undefined where there is none either, and a person must be asked.
 */
export async function locateSource(casePath: string, source: CaseSource): Promise<LocatedSource | undefined> {
  const places = placesOf(casePath, source);
  for (const path of places) {
    if ((await contentKeyOfFile(path)) === source.contentKey)
      return { path, change: await changeOf(path, source) };
  }
  for (const path of places) {
    const moved = await rotatedAway(path, source.contentKey);
    if (moved !== undefined) return { path: moved, change: 'moved' };
  }
  for (const path of places) if (await isFile(path)) return { path, change: 'rewritten' };
  return undefined;
}

/** Of its first line that is not blank; undefined of what cannot be read. */
export async function contentKeyOfFile(path: string): Promise<string | undefined> {
  const log = await openLogFile(path).catch(() => undefined);
  if (log === undefined) return undefined;
  try {
    const lines: Uint8Array[] = [];
    const splitter = new LineSplitter((bytes, start, end) => {
      if (lines.length === 0 && bytes.subarray(start, end).some((byte) => byte > 0x20))
        lines.push(bytes.slice(start, end));
    });
    let read = 0;
    for await (const chunk of log.chunks(() => undefined)) {
      splitter.push(chunk);
      read += chunk.length;
      if (lines.length > 0 || read >= headBytes) break;
    }
    splitter.end();
    return contentKeyOf(lines);
  } catch {
    return undefined;
  } finally {
    await log.close();
  }
}

/** A case is what somebody sent: no machine is asked for a file because a case names it. */
function placesOf(casePath: string, { relative, path }: CaseSource): readonly string[] {
  const beside = relative === null ? [] : [resolve(dirname(casePath), relative)];
  return [...new Set([...beside, path])].filter((place) => isWithinReach(place, casePath));
}

async function rotatedAway(path: string, contentKey: string): Promise<string | undefined> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const chosen = basename(path);
  const others = rotatedSet([...new Set([...names, chosen])], chosen).names.filter((name) => name !== chosen);
  // The newest first: that is where it went last.
  for (const name of others.toReversed()) {
    if ((await contentKeyOfFile(join(folder, name))) === contentKey) return join(folder, name);
  }
  return undefined;
}

async function changeOf(path: string, { size }: CaseSource): Promise<LocatedSource['change']> {
  const now = await stat(path);
  if (now.size === size) return 'same';
  return now.size > size ? 'grown' : 'rewritten';
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true;
}

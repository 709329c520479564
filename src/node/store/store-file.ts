import { readFile, stat } from 'node:fs/promises';
import { InputError } from '../../protocol/input-error';
import { inTurns, type Steps } from '../in-turns';
import { type ReplaceOptions, replaceFile } from './replace-file';
import { notRead, notWritten, unusableFile } from './store-problems';

/** 100,000 labels; what is larger nobody taught. */
const maxMegabytes = 64;
/** Of a file, made text at once. */
const pieceBytes = 1 << 18;
const lineFeed = 10;

/** Another after every change of the file; '' where there is none. */
export type FileStamp = string;

/**
 * '' where there is none. A repository brings its `.oddline/` along, links included: one to `/dev/zero` would fill the memory, a pipe
 * would never end. Throws InputError.
 */
export function readStoreFile(path: string): Promise<string> {
  return reading(
    path,
    async () => {
      await stampOfUsable(path);
      return readFile(path, 'utf8');
    },
    '',
  );
}

/** As `readStoreFile`, line by line and in turns with others on the thread; the stamp is that of what was read, or of something older. */
export function readStoreLines(
  path: string,
): Promise<{ readonly lines: string[]; readonly stamp: FileStamp }> {
  return reading(
    path,
    async () => {
      const stamp = await stampOfUsable(path);
      return { lines: await inTurns(linesOf(await readFile(path))), stamp };
    },
    { lines: [], stamp: '' },
  );
}

/** Throws InputError where it cannot be told. */
export function stampOf(path: string): Promise<FileStamp> {
  return reading(
    path,
    async () => {
      const { ino, size, mtimeNs } = await stat(path, { bigint: true });
      return [ino, size, mtimeNs].join(' ');
    },
    '',
  );
}

/** Takes the place of the file in one step; false where it was not wanted any more. Throws InputError, and the file is as it was. */
export async function writeStoreFile(
  path: string,
  text: string | Iterable<string>,
  options: Pick<ReplaceOptions, 'isStillWanted'> = {},
): Promise<boolean> {
  try {
    return await replaceFile(path, text, options);
  } catch (error) {
    throw error instanceof InputError ? error : notWritten(path, error);
  }
}

async function stampOfUsable(path: string): Promise<FileStamp> {
  const found = await stat(path);
  if (!found.isFile() || found.size > maxMegabytes * 1e6) throw unusableFile(path, maxMegabytes);
  return stampOf(path);
}

async function reading<Answer>(path: string, read: () => Promise<Answer>, none: Answer): Promise<Answer> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (isMissing(error)) return none;
    throw notRead(path, error);
  }
}

/** Pieces end at line feeds: no character is cut. */
function* linesOf(bytes: Buffer): Steps<string[]> {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(lineFeed, Math.min(bytes.length, start + pieceBytes));
    const end = feed < 0 ? bytes.length : feed + 1;
    const piece = bytes.toString('utf8', start, feed < 0 ? end : feed);
    for (const line of piece.split('\n')) lines.push(line);
    start = end;
    yield;
  }
  return lines;
}

/** ENOTDIR: what would be the folder is a file. */
function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

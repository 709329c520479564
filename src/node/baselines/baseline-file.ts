import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import type { BaselineModel } from '../../engine/baseline/baseline-model';
import { type BaselineEntry, entriesOf, modelOf } from '../../engine/baseline/model-entries';
import { inputError, problemOf } from '../files/input-problems';
import { canonicalJson } from '../store/canonical-json';
import { replaceFile } from '../store/replace-file';

/** Raised whenever an older file would be read wrongly: new masks or features count, too, as both stand in it. */
const version = 1;
/** What every version begins with. */
const beginning = '{"oddline":"baseline"';
const ending = '.oddline';
/** Ten times the largest that is written. */
const maxBytes = 64e6;

/**
 * Whether a path names a baseline and no log, by its content; what is called `.oddline` is meant to be one, however damaged.
 * False where it cannot be read: whoever opens it says why.
 */
export async function isBaselineFile(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    if (path.endsWith(ending)) return true;
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning.length), 0, beginning.length, 0);
      return buffer.toString('latin1', 0, bytesRead) === beginning;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

/** Throws InputError where it is damaged, of another version, or none of ours. */
export async function readBaseline(path: string): Promise<BaselineModel> {
  const text = await textOf(path);
  const end = text.indexOf('\n');
  const header = parsed(text.slice(0, Math.max(0, end)));
  if (header?.oddline !== 'baseline') throw inputError('no-baseline', path);
  if (header.version !== version) throw inputError('baseline-version', path, String(header.version), version);
  const body = text.slice(end + 1);
  const model = header.checksum === checksumOf(body) ? modelOfBody(body) : undefined;
  if (model === undefined) throw inputError('damaged-baseline', path);
  return model;
}

/** Replaces the file in one step; gives its size in bytes. The same model gives the same bytes. Throws InputError. */
export async function writeBaseline(path: string, model: BaselineModel): Promise<number> {
  const body = [...entriesOf(model)].map((entry) => `${canonicalJson(entry)}\n`).join('');
  const text = `${beginning},"version":${version},"checksum":"${checksumOf(body)}"}\n${body}`;
  try {
    await replaceFile(path, text);
  } catch (error) {
    const { code = String(error) } = error as { code?: string };
    throw inputError('baseline-not-written', path, code);
  }
  return Buffer.byteLength(text);
}

async function textOf(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw inputError('folder', path);
    if (!found.isFile() || found.size > maxBytes) throw inputError('no-baseline', path);
    return await readFile(path, 'utf8');
  } catch (error) {
    throw problemOf(path, error);
  }
}

/** Line ends that version control turned into CR LF are no damage. */
function checksumOf(body: string): string {
  return createHash('sha256').update(body.replaceAll('\r\n', '\n')).digest('hex');
}

function modelOfBody(body: string): BaselineModel | undefined {
  const entries = body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsed);
  return entries.every(isEntry) ? modelOf(entries) : undefined;
}

function isEntry(value: Record<string, unknown> | undefined): value is BaselineEntry {
  return typeof value?.kind === 'string';
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

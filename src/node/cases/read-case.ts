import { readFile, stat } from 'node:fs/promises';
import { inputError, problemOf } from '../files/input-problems';
import { type CaseFile, type CaseLog, type CaseSource, caseVersion } from './case-file';
import { isCount, isList, isObject, isReading, isString, type Members } from './check-reading';

/** More than ten thousand notes; a file of another kind is not read whole. */
const mostBytes = 32 << 20;
/** Each opens a tab. */
const mostLogs = 100;

/** A case is what somebody sent: each member is checked. Throws InputError. */
export async function readCase(path: string): Promise<CaseFile> {
  const text = await textOf(path);
  const data = parsed(text);
  if (!isObject(data) || data.oddline !== 'case' || typeof data.version !== 'number')
    throw inputError('no-case', path);
  if (data.version > caseVersion) throw inputError('case-version', path, data.version, caseVersion);
  const wrong = whatIsWrong(data);
  if (wrong !== undefined) throw inputError('damaged-case', path, wrong);
  return data as unknown as CaseFile;
}

async function textOf(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > mostBytes) throw inputError('no-case', path);
    return await readFile(path, 'utf8');
  } catch (error) {
    throw problemOf(path, error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names the first member that is not what it must be. */
function whatIsWrong({ savedAt, logs }: Members<CaseFile>): string | undefined {
  if (typeof savedAt !== 'string') return 'savedAt';
  if (!Array.isArray(logs) || logs.length === 0 || logs.length > mostLogs) return 'logs';
  const wrong = logs.findIndex((log) => !isLog(log));
  return wrong < 0 ? undefined : `logs[${wrong}]`;
}

function isLog(data: unknown): data is CaseLog {
  if (!isObject(data)) return false;
  const { kind, name, sources, reading, texts } = data as Members<CaseLog>;
  if (kind !== 'file' && kind !== 'set' && kind !== 'merge') return false;
  if (typeof name !== 'string' || !isList(sources, isSource) || sources.length === 0) return false;
  return isReading(reading) && (texts === null || isList(texts, isString));
}

function isSource(data: unknown): data is CaseSource {
  if (!isObject(data)) return false;
  const { path, relative, contentKey, size, lines } = data as Members<CaseSource>;
  if (typeof path !== 'string' || path === '' || path.includes('\0')) return false;
  if (relative !== null && !isRelative(relative)) return false;
  return (
    typeof contentKey === 'string' && /^[0-9a-f]{16}$/.test(contentKey) && isCount(size) && isCount(lines)
  );
}

/** From the case's folder: one with a root would lead to another drive or machine. */
function isRelative(path: unknown): boolean {
  return typeof path === 'string' && !path.includes('\0') && !/^(?:[\\/]|[A-Za-z]:)/.test(path);
}

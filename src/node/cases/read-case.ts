import { readFile, stat } from 'node:fs/promises';
import { isLogFilter } from '../../engine/filter/check-filter';
import { severities } from '../../engine/model/finding';
import type { Bookmark, Highlight, LinePlace, Reading } from '../../protocol/reading';
import { isZone } from '../../protocol/time-text';
import { inputError, problemOf } from '../files/input-problems';
import { type CaseFile, type CaseLog, type CaseSource, caseVersion } from './case-file';

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

type Members<Of> = { readonly [Member in keyof Of]?: unknown };

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

function isReading(data: unknown): data is Reading {
  if (!isObject(data)) return false;
  const reading = data as Members<Reading>;
  const { filter, noise, zone, showsGaps, wraps, clockOffsets } = reading;
  if (!isObject(filter) || !isLogFilter(filter)) return false;
  if (!isCount(noise) || noise > 4) return false;
  if (
    typeof zone !== 'string' ||
    !isZone(zone) ||
    typeof showsGaps !== 'boolean' ||
    typeof wraps !== 'boolean'
  )
    return false;
  return (
    isList(reading.unfolded, isPlace) &&
    isList(reading.unfoldedTemplates, (one) => isList(one, isString)) &&
    isList(reading.highlights, isHighlight) &&
    isList(reading.bookmarks, isBookmark) &&
    isList(clockOffsets, Number.isFinite)
  );
}

function isPlace(data: unknown): data is LinePlace {
  if (!isObject(data)) return false;
  const { source, line, key, ordinal } = data as Members<LinePlace>;
  return isCount(source) && isCount(line) && line > 0 && isCount(ordinal) && typeof key === 'string';
}

function isBookmark(data: unknown): data is Bookmark {
  if (!isPlace(data)) return false;
  const { note, finding } = data as Members<Bookmark>;
  if (typeof note !== 'string') return false;
  if (finding === undefined) return true;
  return (
    isObject(finding) &&
    typeof finding.id === 'string' &&
    typeof finding.title === 'string' &&
    severities.some((one) => one === finding.severity)
  );
}

function isHighlight(data: unknown): data is Highlight {
  if (!isObject(data)) return false;
  const { colour } = data;
  if (!isCount(colour) || colour < 1 || colour > 8) return false;
  if (data.kind === 'word') return typeof data.text === 'string';
  return data.kind === 'template' && typeof data.title === 'string' && isList(data.pieces, isString);
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isList<Item>(data: unknown, isItem: (item: unknown) => item is Item): data is readonly Item[];
function isList(data: unknown, isItem: (item: unknown) => boolean): data is readonly unknown[];
function isList(data: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(data) && data.every(isItem);
}

function isString(data: unknown): data is string {
  return typeof data === 'string';
}

function isCount(data: unknown): data is number {
  return typeof data === 'number' && Number.isSafeInteger(data) && data >= 0;
}

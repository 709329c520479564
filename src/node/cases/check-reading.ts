import { isLogFilter } from '../../engine/filter/check-filter';
import { severities } from '../../engine/model/finding';
import type { Column } from '../../protocol/log-lines';
import type { Bookmark, Highlight, KeptReading, LinePlace, Reading } from '../../protocol/reading';
import { isZone } from '../../protocol/time-text';

export type Members<Of> = { readonly [Member in keyof Of]?: unknown };

/** Whether data from outside says how a log is read. */
export function isReading(data: unknown): data is Reading {
  if (!isObject(data)) return false;
  const reading = data as Members<Reading>;
  const { zone, showsGaps, wraps, clockOffsets, columns = [], showsLabels = false } = reading;
  if (
    typeof zone !== 'string' ||
    !isZone(zone) ||
    typeof showsGaps !== 'boolean' ||
    typeof wraps !== 'boolean' ||
    typeof showsLabels !== 'boolean'
  )
    return false;
  return (
    isList(reading.unfolded, isPlace) &&
    isList(reading.bookmarks, isBookmark) &&
    isList(clockOffsets, Number.isFinite) &&
    isList(columns, isColumn) &&
    isKeptReading(reading)
  );
}

/** As `isReading`, of what lasts as long as the workspace. */
export function isKeptReading(data: unknown): data is KeptReading {
  if (!isObject(data)) return false;
  const { filter, noise, unfoldedTemplates, highlights } = data as Members<KeptReading>;
  if (!isObject(filter) || !isLogFilter(filter)) return false;
  if (!isCount(noise) || noise > 4) return false;
  return isList(unfoldedTemplates, (one) => isList(one, isString)) && isList(highlights, isHighlight);
}

/** Blanks fill a column up to its width. */
const widestColumn = 1000;

function isColumn(data: unknown): data is Column {
  return isObject(data) && isString(data.name) && isCount(data.width) && data.width <= widestColumn;
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

export function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

export function isList<Item>(data: unknown, isItem: (item: unknown) => item is Item): data is readonly Item[];
export function isList(data: unknown, isItem: (item: unknown) => boolean): data is readonly unknown[];
export function isList(data: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(data) && data.every(isItem);
}

export function isString(data: unknown): data is string {
  return typeof data === 'string';
}

export function isCount(data: unknown): data is number {
  return typeof data === 'number' && Number.isSafeInteger(data) && data >= 0;
}

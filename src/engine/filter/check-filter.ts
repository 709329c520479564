import { severities } from '../model/finding';
import { Level } from '../model/level';
import type { FilterClause, FilterTest, LogFilter, SearchPattern } from './filter';

type Unknown<T> = Partial<Record<keyof T, unknown>>;
type KindOf = FilterTest['kind'];
type TestOf<Kind extends KindOf> = Extract<FilterTest, { kind: Kind }>;

/** More than a person makes, and less than a file that came along can slow anything down by. */
const mostClauses = 200;
/** A template may have words of long lines. */
const longestText = 100_000;
/** Lines of context. */
const mostContext = 1000;

const checks: { readonly [Kind in KindOf]: (test: Unknown<TestOf<Kind>>) => boolean } = {
  search: ({ pattern }) => isObject(pattern) && isSearchPattern(pattern),
  level: ({ atLeast }) => typeof atLeast === 'string' && Object.hasOwn(Level, atLeast),
  template: ({ title, pieces }) => isText(title) && Array.isArray(pieces) && pieces.every(isText),
  time: ({ from, until }) => isBound(from) && isBound(until),
  field: ({ name, value }) => isText(name) && isText(value),
  severity: ({ atLeast }) => severities.some((severity) => severity === atLeast),
  bookmark: () => true,
};

/** Whether data from outside is a filter. */
export function isLogFilter(data: object): data is LogFilter {
  const { clauses, context } = data as Unknown<LogFilter>;
  if (!Array.isArray(clauses) || clauses.length > mostClauses) return false;
  if (!Number.isSafeInteger(context) || Number(context) < 0 || Number(context) > mostContext) return false;
  return clauses.every((clause) => isObject(clause) && isClause(clause));
}

function isClause(data: object): boolean {
  const { mode, test, enabled } = data as Unknown<FilterClause>;
  if ((mode !== 'include' && mode !== 'exclude') || typeof enabled !== 'boolean' || !isObject(test))
    return false;
  const { kind } = test as { readonly kind?: unknown };
  if (typeof kind !== 'string' || !Object.hasOwn(checks, kind)) return false;
  const check: (test: object) => boolean = checks[kind as KindOf];
  return check(test);
}

function isSearchPattern(data: object): boolean {
  const { kind, text, caseSensitive, wholeWord } = data as Unknown<SearchPattern>;
  const areFlags = typeof caseSensitive === 'boolean' && typeof wholeWord === 'boolean';
  return (kind === 'text' || kind === 'regex') && isText(text) && areFlags;
}

/** Nanoseconds in decimal, or open. */
function isBound(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^-?\d{1,20}$/.test(value));
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestText;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

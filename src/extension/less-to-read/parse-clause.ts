import type { FilterClause, FilterTest, SearchPattern } from '../../engine/filter/filter';
import type { Sentence, Severity } from '../../engine/model/finding';
import type { LevelName } from '../../engine/model/level';
import { parseTimeRange, type TimeSpan } from '../shared/time-range';

export type ParsedClause =
  | { readonly kind: 'clause'; readonly clause: FilterClause }
  | { readonly kind: 'problem'; readonly problem: Sentence };

/** Names people write, beside the levels' own. */
const levels: Readonly<Record<string, LevelName>> = {
  trace: 'trace',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  warning: 'warn',
  error: 'error',
  err: 'error',
  fatal: 'fatal',
  critical: 'fatal',
};
const severities: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

const excluding = /^[-!]\s*(?=\S)/;
const regex = /^\/(.+)\/(i?)$/;
const quoted = /^"(.+)"$/;
const comparison = /^(level|severity)\s*(?:>=|[:=])\s*(\w+)$/i;
const fieldValue = /^([\p{L}_][\p{L}\p{N}_.@-]*)=(?:"([^"]+)"|(\S+))$/u;

/**
 * What somebody types to filter a log: `timed out` (text), `"-1"` (text whatever it looks like), `/retry \d+/i` (regex),
 * `level>=warn`, `severity>=high`, `service=checkout` (a field), `10:00 to 10:30`; with `-` before it what is hidden. Undefined for nothing.
 */
export function parseClause(typed: string, span: TimeSpan | undefined): ParsedClause | undefined {
  const text = typed.trim();
  const sign = excluding.exec(text);
  const rest = sign ? text.slice(sign[0].length) : text;
  if (rest === '') return undefined;
  const test = testOf(rest, span);
  if ('pattern' in test && !('kind' in test)) return { kind: 'problem', problem: test };
  return { kind: 'clause', clause: { mode: sign ? 'exclude' : 'include', test, enabled: true } };
}

function testOf(text: string, span: TimeSpan | undefined): FilterTest | Sentence {
  return (
    regexTest(text) ??
    comparisonTest(text) ??
    timeTest(text, span) ??
    fieldTest(text) ??
    search('text', unquoted(text))
  );
}

function regexTest(text: string): FilterTest | Sentence | undefined {
  const match = regex.exec(text);
  if (!match) return undefined;
  const [, source, insensitive] = match;
  try {
    new RegExp(source);
  } catch (error) {
    const { message } = error as Error;
    const reason = message.slice(message.lastIndexOf(': ') + 2);
    return { pattern: 'Not a regular expression: {0}', values: [reason] };
  }
  return search('regex', source, insensitive === '');
}

function comparisonTest(text: string): FilterTest | Sentence | undefined {
  const match = comparison.exec(text);
  if (!match) return undefined;
  const [what, name] = [match[1].toLowerCase(), match[2].toLowerCase()];
  if (what === 'level') {
    const level = levels[name];
    if (level) return { kind: 'level', atLeast: level };
    return { pattern: 'Levels are trace, debug, info, warn, error and fatal.', values: [] };
  }
  const severity = severities.find((one) => one === name);
  if (severity) return { kind: 'severity', atLeast: severity };
  return { pattern: 'Severities are low, medium, high and critical.', values: [] };
}

/** What only looks like a time is a text: `10:30` is one. */
function timeTest(text: string, span: TimeSpan | undefined): FilterTest | undefined {
  const range =
    /\s|\.\.|–|—/.test(text) && /\d:\d\d|\d{4}-\d\d-\d\d/.test(text) ? parseTimeRange(text, span) : undefined;
  return typeof range === 'object' ? { kind: 'time', ...range } : undefined;
}

function fieldTest(text: string): FilterTest | undefined {
  const match = fieldValue.exec(text);
  return match ? { kind: 'field', name: match[1], value: match[2] ?? match[3] } : undefined;
}

function unquoted(text: string): string {
  return quoted.exec(text)?.[1] ?? text;
}

function search(kind: SearchPattern['kind'], text: string, caseSensitive = false): FilterTest {
  return { kind: 'search', pattern: { kind, text, caseSensitive, wholeWord: false } };
}

import type { LogFilter } from '../../../engine/filter/filter';
import type { Sentence } from '../../../engine/model/finding';
import { enabledTests, levelsFrom, type TestOf, unsayable, type WrittenQuery } from './filter-words';
import { templateLiterals } from './template-literals';

type Clause = Readonly<Record<string, unknown>>;

export interface DocumentFields {
  readonly message: string;
  readonly time: string;
  readonly level: string;
}

/** Those of the Elastic Common Schema. */
export const ecsFields: DocumentFields = { message: 'message', time: '@timestamp', level: 'log.level' };

/** Query DSL that asks for what `query`, itself one or null, and the filter ask for. */
export function dslOfFilter(query: Clause | null, filter: LogFilter, fields = ecsFields): WrittenQuery {
  const texts = (mode: 'include' | 'exclude') =>
    enabledTests(filter, 'search', mode).flatMap(({ pattern: { kind, text } }) =>
      kind === 'text' ? [phrase(fields.message, text)] : [],
    );
  const templates = (mode: 'include' | 'exclude') =>
    enabledTests(filter, 'template', mode).map((test) => templateClause(test, fields));
  const levels = (mode: 'include' | 'exclude') =>
    enabledTests(filter, 'level', mode).map(({ atLeast }) => ({
      terms: { [fields.level]: levelsFrom(atLeast) },
    }));
  const named = (mode: 'include' | 'exclude') =>
    enabledTests(filter, 'field', mode).map(({ name, value }) => phrase(name, value));
  const times = enabledTests(filter, 'time', 'include').map((test) => timeClause(test, fields));
  const include = [
    ...(query ? [query] : []),
    ...[texts('include'), templates('include'), levels('include'), named('include'), times].flatMap(anyOf),
  ];
  const exclude = [texts('exclude'), templates('exclude'), levels('exclude'), named('exclude')].flat();
  const bool = {
    ...(include.length > 0 && { filter: include }),
    ...(exclude.length > 0 && { must_not: exclude }),
  };
  const isAll = include.length + exclude.length === 0;
  return {
    text: JSON.stringify(isAll ? { match_all: {} } : { bool }, null, 2),
    leftOut: [...unsayable(filter), ...regexesLeftOut(filter)],
  };
}

function templateClause({ pieces }: Pick<TestOf<'template'>, 'pieces'>, fields = ecsFields): Clause {
  return { bool: { filter: templateLiterals(pieces).map((literal) => phrase(fields.message, literal)) } };
}

function anyOf(clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.length < 2) return clauses;
  return [{ bool: { should: clauses, minimum_should_match: 1 } }];
}

function phrase(field: string, text: string): Clause {
  return { match_phrase: { [field]: text } };
}

function timeClause({ from, until }: TestOf<'time'>, { time }: DocumentFields): Clause {
  const bounds = {
    ...(from !== null && { gte: isoTime(from) }),
    ...(until !== null && { lte: isoTime(until) }),
  };
  return { range: { [time]: bounds } };
}

/** Its regexes are matched against single words and always as a whole, so they mean something else. */
function regexesLeftOut(filter: LogFilter): readonly Sentence[] {
  const tests = [...enabledTests(filter, 'search', 'include'), ...enabledTests(filter, 'search', 'exclude')];
  if (tests.every(({ pattern }) => pattern.kind === 'text')) return [];
  return [{ pattern: 'Regular expressions are left out: the server matches them word by word.', values: [] }];
}

/** To the nanosecond. */
export function isoTime(time: string): string {
  const digits = time.padStart(10, '0');
  const seconds = new Date(Number(digits.slice(0, -9)) * 1000).toISOString().slice(0, -'.000Z'.length);
  return `${seconds}.${digits.slice(-9)}Z`;
}

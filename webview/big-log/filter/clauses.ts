import type { FilterClause, FilterTest, LevelName, LogFilter } from '../terms';

/** Changes of a filter, each as a new one. */
export function withClauses(filter: LogFilter, clauses: readonly FilterClause[]): LogFilter {
  return { ...filter, clauses };
}

export function without(filter: LogFilter, index: number): LogFilter {
  return withClauses(filter, filter.clauses.toSpliced(index, 1));
}

export function toggled(filter: LogFilter, index: number): LogFilter {
  const clause = filter.clauses[index];
  return withClauses(filter, filter.clauses.with(index, { ...clause, enabled: !clause.enabled }));
}

/** Includes what it excluded, or the other way round. */
export function turned(filter: LogFilter, index: number): LogFilter {
  const clause = filter.clauses[index];
  const mode = clause.mode === 'include' ? 'exclude' : 'include';
  return withClauses(filter, filter.clauses.with(index, { ...clause, mode }));
}

/** In the place of `old`, or at the end; null takes `old` away. */
export function replaced(filter: LogFilter, old: FilterClause | null, now: FilterClause | null): LogFilter {
  const index = old ? indexOf(filter, old) : -1;
  if (index < 0) return now ? withClauses(filter, [...filter.clauses, now]) : filter;
  return now ? withClauses(filter, filter.clauses.with(index, now)) : without(filter, index);
}

export function indexOf(filter: LogFilter, sought: FilterClause): number {
  const key = keyOf(sought);
  return filter.clauses.findIndex((clause) => keyOf(clause) === key);
}

/** What comes back from the host may have its members in another order. */
export function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The level of the first clause that asks for one. */
export function levelOf(filter: LogFilter): LevelName | null {
  for (const { test, mode, enabled } of filter.clauses)
    if (enabled && mode === 'include' && test.kind === 'level') return test.atLeast;
  return null;
}

/** Null: any level. */
export function withLevel(filter: LogFilter, level: LevelName | null): LogFilter {
  const others = filter.clauses.filter(({ test, mode }) => test.kind !== 'level' || mode !== 'include');
  return withClauses(filter, level ? [...others, included({ kind: 'level', atLeast: level })] : others);
}

export function included(test: FilterTest): FilterClause {
  return { mode: 'include', test, enabled: true };
}

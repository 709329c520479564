import type { FilterClause, LogFilter } from '../../engine/filter/filter';
import type { TimeWindow } from '../../protocol/log-shape';

type TimeTest = Extract<FilterClause['test'], { kind: 'time' }>;

/** The range every view shows is a clause of the log's filter: whoever changes one changes the other. */
export function rangeOf({ clauses }: LogFilter): TimeWindow | null {
  const clause = clauses.findLast(isRange);
  if (!clause) return null;
  const { from, until } = clause.test as TimeTest;
  return { from, until };
}

/** In the place of the range before; null shows all of its time. */
export function withRange(filter: LogFilter, range: TimeWindow | null): LogFilter {
  const others = filter.clauses.filter((clause) => !isRange(clause));
  if (range === null) return { ...filter, clauses: others };
  const test: TimeTest = { kind: 'time', from: range.from, until: range.until };
  return { ...filter, clauses: [...others, { mode: 'include', enabled: true, test }] };
}

function isRange({ mode, enabled, test }: FilterClause): boolean {
  return mode === 'include' && enabled && test.kind === 'time';
}

import type { FilterClause, FilterTest, LogFilter } from '../../engine/filter/filter';
import type { Sentence } from '../../engine/model/finding';
import { dateAndTime } from '../shared/log-time';

/** What a clause looks for, in words; times in a zone of `Reading`. */
export function testText(test: FilterTest, zone: string): Sentence {
  switch (test.kind) {
    case 'search':
      return test.pattern.kind === 'regex'
        ? { pattern: 'lines that match /{0}/', values: [test.pattern.text] }
        : { pattern: 'lines with “{0}”', values: [test.pattern.text] };
    case 'level':
      return { pattern: 'level {0} or worse', values: [test.atLeast] };
    case 'template':
      return { pattern: 'lines like {0}', values: [test.title] };
    case 'time':
      return timeText(test, zone);
    case 'field':
      return { pattern: '{0} = {1}', values: [test.name, test.value] };
    case 'severity':
      return { pattern: 'anomalies, {0} or worse', values: [test.atLeast] };
    case 'bookmark':
      return { pattern: 'bookmarked lines', values: [] };
  }
}

function timeText({ from, until }: Extract<FilterTest, { kind: 'time' }>, zone: string): Sentence {
  const [start, end] = [from, until].map((time) => (time === null ? '' : dateAndTime(time, zone)));
  if (from === null) return { pattern: 'until {0}', values: [end] };
  if (until === null) return { pattern: 'from {0}', values: [start] };
  return { pattern: 'from {0} to {1}', values: [start, end] };
}

/** With one clause more; one that tests the same gives way to it. */
export function withClause(filter: LogFilter, clause: FilterClause): LogFilter {
  return { ...filter, clauses: [...filter.clauses.filter((one) => !testsSame(one, clause)), clause] };
}

export function withoutClause(filter: LogFilter, clause: FilterClause): LogFilter {
  return { ...filter, clauses: filter.clauses.filter((one) => one !== clause) };
}

/** In its place. */
export function changedClause(
  filter: LogFilter,
  clause: FilterClause,
  change: Partial<FilterClause>,
): LogFilter {
  return { ...filter, clauses: filter.clauses.map((one) => (one === clause ? { ...one, ...change } : one)) };
}

function testsSame({ test: one }: FilterClause, { test: other }: FilterClause): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import { InputError } from '../../../protocol/input-error';
import type { ElasticQuery, TimeSpan } from '../../../protocol/log-source';
import { isObject } from '../http/answers';
import { msAfter, msBefore } from './clock-text';
import { exactJson } from './exact-json';

/** Clauses of a `bool` filter: the span, and what a person asks for. None of them can reach beyond its own braces. */
export function filtersOf(query: ElasticQuery, timeField: string, span: TimeSpan = query.span): object[] {
  const asked = clauseOf(query.text);
  return [rangeOf(timeField, span), ...(asked ? [asked] : [])];
}

/**
 * Whole milliseconds around the span: a `date` rounds finer ones down, and would lose what stands at its end. Who reads entries
 * leaves out what is not within the span to the nanosecond.
 */
export function rangeOf(timeField: string, { from, until }: TimeSpan): object {
  return { range: { [timeField]: { gte: msBefore(from), lt: msAfter(until), format: 'epoch_millis' } } };
}

/** Null where all is asked for. Throws InputError for Query DSL that is no JSON, or no query. */
export function clauseOf({ kind, text }: ElasticQuery['text']): object | null {
  if (text.trim() === '' || (kind === 'lucene' && text.trim() === '*')) return null;
  // As Kibana sends Lucene text.
  if (kind === 'lucene') return { query_string: { query: text, analyze_wildcard: true } };
  return queryIn(parsed(text));
}

/** A clause, or a body of a search with nothing but its `query`, as people copy it. */
function queryIn(value: unknown): object {
  if (!isObject(value)) throw noQuery();
  const names = Object.keys(value);
  if (names.length !== 1) throw noQuery();
  const inner = value.query;
  if (names[0] !== 'query') return value;
  if (!isObject(inner) || Object.keys(inner).length !== 1) throw noQuery();
  return inner;
}

function parsed(text: string): unknown {
  try {
    JSON.parse(text);
    return exactJson(text);
  } catch (error) {
    throw new InputError({
      code: 'elastic-dsl',
      sentence: {
        pattern: 'The Query DSL is no JSON: {0}. Correct it there.',
        values: [error instanceof Error ? error.message : ''],
      },
    });
  }
}

function noQuery(): InputError {
  return new InputError({
    code: 'elastic-dsl',
    sentence: {
      pattern:
        'Query DSL is one query here, as in {0}. Leave out size, sort and aggs: the span and the limit are set beside it.',
      values: ['{"match": {"message": "timeout"}}'],
    },
  });
}

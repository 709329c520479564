import { type LogQuery, selectorOf } from '../../../engine/logql/log-query';
import type { Sentence } from '../../../engine/model/finding';
import type { LokiQuery } from '../../../protocol/log-source';
import type { SurveyField, SurveyPattern } from '../../../protocol/survey';
import { isObject, jsonObject } from '../http/answers';
import type { SurveyGrid } from '../survey-grid';
import type { LokiClient } from './loki-client';

const mostPatterns = 50;
const mostFields = 200;

/** What the server groups messages into; it keeps that of the last three hours, where it is switched on. */
export async function patternsOf(
  client: LokiClient,
  query: LogQuery,
  { span }: Pick<LokiQuery, 'span'>,
  grid: SurveyGrid,
): Promise<{ readonly patterns: readonly SurveyPattern[]; readonly note: Sentence | null }> {
  const step = `${Math.max(1, Math.round(grid.stepMs / 1000))}s`;
  const parameters = { query: selectorOf(query), start: span.from, end: span.until, step };
  const answer = await client.quickly('/patterns', parameters);
  if (answer.status !== 200) {
    return {
      patterns: [],
      note: { pattern: 'This server groups no messages into patterns (Loki 3.0 and later can).', values: [] },
    };
  }
  const { data } = jsonObject(answer, client.source);
  const found = Array.isArray(data) ? data.filter(isObject).map((one) => patternOf(one, grid)) : [];
  const patterns = found.sort((a, b) => b.entries - a.entries).slice(0, mostPatterns);
  const note: Sentence = {
    pattern: 'Patterns are of the last three hours only: the server keeps no older ones.',
    values: [],
  };
  return { patterns, note };
}

function patternOf(
  { pattern, level, samples }: Record<string, unknown>,
  { fromMs, stepMs, steps }: SurveyGrid,
): SurveyPattern {
  const counts = new Array<number>(steps).fill(0);
  let entries = 0;
  for (const sample of Array.isArray(samples) ? samples : []) {
    const [seconds, count] = Array.isArray(sample) ? sample.map(Number) : [];
    if (!Number.isFinite(seconds) || !Number.isFinite(count)) continue;
    entries += count;
    const step = Math.floor((seconds * 1000 - fromMs) / stepMs);
    if (step >= 0 && step < steps) counts[step] += count;
  }
  const isLevel = typeof level === 'string' && level !== '' && level !== 'unknown';
  return { text: String(pattern), level: isLevel ? level : null, entries, counts };
}

/** Fields of the entries, as the server finds them in a sample. */
export async function fieldsOf(
  client: LokiClient,
  { logql, span }: LokiQuery,
): Promise<readonly SurveyField[]> {
  const answer = await client.quickly('/detected_fields', {
    query: logql,
    start: span.from,
    end: span.until,
  });
  if (answer.status !== 200) return [];
  const { fields } = jsonObject(answer, client.source);
  const found = Array.isArray(fields) ? fields.filter(isObject) : [];
  return found.slice(0, mostFields).map(({ label, type, cardinality }) => ({
    name: String(label),
    type: String(type ?? ''),
    cardinality: typeof cardinality === 'number' ? cardinality : null,
  }));
}

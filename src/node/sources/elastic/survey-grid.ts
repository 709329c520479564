import type { SurveyGrid } from '../survey-grid';
import { bucketsIn } from './names';

/** The aggregation that counts by steps; steps without entries are not sent. */
export function histogram(timeField: string, { stepMs }: SurveyGrid): object {
  return { date_histogram: { field: timeField, fixed_interval: `${stepMs}ms`, min_doc_count: 1 } };
}

/** Entries of each step; times beside the span, of entries that have several, count nowhere. */
export function countsIn(
  aggregations: unknown,
  name: string,
  { fromMs, stepMs, steps }: SurveyGrid,
): number[] {
  const counts = new Array<number>(steps).fill(0);
  for (const bucket of bucketsIn(aggregations, name)) {
    const step = Math.floor((Number(bucket.key) - fromMs) / stepMs);
    if (step >= 0 && step < steps) counts[step] += Number(bucket.doc_count) || 0;
  }
  return counts;
}

import type { NsText, TimeSpan } from '../../../protocol/log-source';
import { msAfter, msBefore, nsOfMs } from './clock-text';
import { bucketsIn } from './names';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
/** Lengths people count in. Servers begin their buckets at whole multiples of them. */
const lengths = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * second),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12, 24, 7 * 24].map((hours) => hours * hour),
];

/** Steps of one length that cover a span. */
export interface SurveyGrid {
  readonly fromMs: number;
  readonly stepMs: number;
  readonly steps: number;
}

export function gridOf({ from, until }: TimeSpan, wanted: number): SurveyGrid {
  const start = msBefore(from);
  const end = Math.max(start + 1, msAfter(until));
  const exact = (end - start) / Math.max(1, wanted);
  const stepMs = lengths.find((length) => length >= exact) ?? Math.ceil(exact / (24 * hour)) * 24 * hour;
  const fromMs = Math.floor(start / stepMs) * stepMs;
  return { fromMs, stepMs, steps: Math.ceil((end - fromMs) / stepMs) };
}

export function gridTimes({ fromMs, stepMs }: SurveyGrid): { from: NsText; stepNs: NsText } {
  return { from: nsOfMs(fromMs), stepNs: nsOfMs(stepMs) };
}

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

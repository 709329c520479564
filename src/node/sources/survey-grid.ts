import type { NsText, TimeSpan } from '../../protocol/log-source';

const nsPerMs = 1_000_000n;

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
  const start = Number(BigInt(from) / nsPerMs);
  const end = Math.max(start + 1, Number((BigInt(until) + nsPerMs - 1n) / nsPerMs));
  const exact = (end - start) / Math.max(1, wanted);
  const stepMs = lengths.find((length) => length >= exact) ?? Math.ceil(exact / (24 * hour)) * 24 * hour;
  const fromMs = Math.floor(start / stepMs) * stepMs;
  return { fromMs, stepMs, steps: Math.ceil((end - fromMs) / stepMs) };
}

export function gridTimes({ fromMs, stepMs }: SurveyGrid): { from: NsText; stepNs: NsText } {
  return { from: `${BigInt(fromMs) * nsPerMs}`, stepNs: `${BigInt(stepMs) * nsPerMs}` };
}

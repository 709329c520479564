import type { Instant, TimeContext, TimeShape } from '../../time/time-shape';
import { stampCandidates } from './stamp-candidates';
import { shapeOfStamp } from './stamp-layout';
import { partsOf, runsOf } from './stamp-runs';

/** Where a stamp stands in another line of the log. */
export interface StampPlace {
  readonly line: Uint8Array;
  readonly at: number;
}

/** A reading that fails on more of the log's stamps is none. */
const readShare = 0.95;

/**
 * The layout that reads `shown`, a whole stamp, and the log's other stamps best; undefined where none does. Where
 * several could, `03.04.26`, the values decide: which of them stand in order and close together, end when the file was
 * last written, and last what is usual.
 */
export function learnStamp(
  shown: Uint8Array,
  others: readonly StampPlace[],
  context: TimeContext,
): string | undefined {
  let best: { readonly layout: string; readonly penalty: number } | undefined;
  for (const layout of stampCandidates(runsOf(shown))) {
    const shape = shapeOfStamp(layout);
    if (shape === undefined || !readsAll(shape, shown, context)) continue;
    const penalty = penaltyOf(layout, shape, others, context);
    if (penalty < (best?.penalty ?? Number.POSITIVE_INFINITY)) best = { layout, penalty };
  }
  return best?.layout;
}

function readsAll(shape: TimeShape, shown: Uint8Array, context: TimeContext): boolean {
  return shape.parse(shown, 0, shown.length, { seconds: 0, nanos: 0 }, context) === shown.length;
}

function penaltyOf(
  layout: string,
  shape: TimeShape,
  others: readonly StampPlace[],
  context: TimeContext,
): number {
  const times = others.flatMap(({ line, at }) => timeAt(shape, line, at, context));
  if (times.length < others.length * readShare) return Number.POSITIVE_INFINITY;
  const unread = 1 - times.length / Math.max(1, others.length);
  return unread * 50 + disorder(times) * 10 + spread(times) + distance(times, context) + unusualness(layout);
}

function timeAt(shape: TimeShape, line: Uint8Array, at: number, context: TimeContext): number[] {
  const out: Instant = { seconds: 0, nanos: 0 };
  return shape.parse(line, at, line.length, out, context) < 0 ? [] : [out.seconds];
}

/** Share of the times that lie before the one above them. */
function disorder(times: readonly number[]): number {
  const backwards = times.filter((time, i) => i > 0 && time < times[i - 1]).length;
  return backwards / Math.max(1, times.length);
}

const day = 86_400;

/** A log's lines lie close together: a day's cost nothing, a hundred days' 1. */
function spread(times: readonly number[]): number {
  if (times.length === 0) return 0;
  const span =
    times.reduce((most, time) => Math.max(most, time), times[0]) -
    times.reduce((least, time) => Math.min(least, time), times[0]);
  return Math.max(0, Math.log10(span / day)) / 2;
}

/** A log was written when its file was; later than that it cannot have been. */
function distance(times: readonly number[], { referenceSeconds }: TimeContext): number {
  const last = times[times.length - 1] ?? referenceSeconds;
  if (last > referenceSeconds + 2 * day) return 3;
  return referenceSeconds - last < 2 * day ? 0 : 1;
}

/** How far the date's parts stand from the orders people write them in. */
function unusualness(layout: string): number {
  const parts = partsOf(layout).map((part) => (part === 'monthName' ? 'month' : part));
  const date = parts.filter((part) => ['year', 'month', 'day', 'dayOfYear'].includes(part)).join(' ');
  if (date === 'year month day') return layout.includes('{year:2}.') ? 0.4 : 0;
  if (date === 'month day year') return layout.includes('/') || layout.includes('{monthName}') ? 0.2 : 0.5;
  if (date === 'day month year') return layout.includes('.') ? 0.1 : 0.3;
  return date === 'year dayOfYear' || date === 'month day' ? 0.1 : 0.6;
}

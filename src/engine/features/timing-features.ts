import type { Sentence } from '../model/finding';
import type { RecordIndex } from '../model/units';
import type { Feature, FeatureContext } from './feature';
import { featurePatterns } from './sentences';

/** Many loggers write whole milliseconds: what is shorter cannot be told apart. */
const shortestMs = 1;
/** Gaps the local rate looks back over. */
const rateGaps = 8;
/** Records a second where every gap is the shortest. */
const fastestRate = 1000 / shortestMs;

/** Decades: log10 of the milliseconds since the record before, at least 0; NaN without both times. */
export const gap: Feature = {
  name: 'gap',
  resolution: 0.5,
  value: (context, record) =>
    record === context.sourceStart ? Number.NaN : Math.log10(spanMs(context, record - 1, record)),
  describe: (context, record, typical) => gapSentence(trueGap(context, record), typical),
};

/**
 * Decades: log10 of the records a second over the 8 gaps up to the record, the longest one left out: one
 * pause is a gap, not another pace. NaN for the first 8 of a source and where a time is missing.
 */
export const localRate: Feature = {
  name: 'rate',
  resolution: 0.5,
  value: (context, record) =>
    record - rateGaps < context.sourceStart ? Number.NaN : Math.log10(rateBefore(context, record)),
  describe: (context, record, typical) => ({
    pattern: ratePattern(rateBefore(context, record), 10 ** typical),
    values: [rounded(rateBefore(context, record)), rounded(10 ** typical)],
  }),
};

/** Times that run backwards (merged writers, a clock set back) count as no time at all passing. */
function spanMs({ records }: FeatureContext, from: number, to: number): number {
  return Math.max(shortestMs, records.time.millis(to) - records.time.millis(from));
}

/** Seconds, below 0 where times run backwards; to the nanosecond, since it is said. */
function trueGap({ records: { time } }: FeatureContext, record: RecordIndex): number {
  return Number((time.nanosecondsAt(record) ?? 0n) - (time.nanosecondsAt(record - 1) ?? 0n)) / 1e9;
}

/** Times that cannot be told apart are not said as if they were measured: "usually 0.001 s" would be untrue. */
function gapSentence(seconds: number, typical: number): Sentence {
  const usual = rounded(10 ** typical / 1000);
  if (seconds < 0) return { pattern: featurePatterns.backwards, values: [rounded(-seconds)] };
  if (seconds === 0) return { pattern: featurePatterns.noGap, values: [usual] };
  if (typical === 0) return { pattern: featurePatterns.gapUsuallyNone, values: [rounded(seconds)] };
  return { pattern: featurePatterns.gap, values: [rounded(seconds), usual] };
}

/** The fastest that `rateBefore` can tell stands for all that is faster. */
function ratePattern(rate: number, usual: number) {
  if (rate >= fastestRate) return featurePatterns.rateAtLeast;
  return usual >= fastestRate ? featurePatterns.rateUsuallyMore : featurePatterns.rate;
}

function rateBefore({ records: { time } }: FeatureContext, record: RecordIndex): number {
  let sum = 0;
  let longest = 0;
  let before = time.millis(record - rateGaps);
  for (let at = record - rateGaps + 1; at <= record; at++) {
    const ms = time.millis(at);
    const span = Math.max(shortestMs, ms - before);
    sum += span;
    if (span > longest) longest = span;
    before = ms;
  }
  return ((rateGaps - 1) * 1000) / (sum - longest);
}

/** Three significant digits: what a person compares. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

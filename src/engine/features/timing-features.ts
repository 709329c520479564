import type { Sentence } from '../model/finding';
import type { RecordIndex } from '../model/units';
import { type Feature, type FeatureInput, type FillCodes, missing } from './feature';
import { featurePatterns } from './sentences';

/** Many loggers write whole milliseconds: what is shorter cannot be told apart. */
const shortestMs = 1;
/** Gaps the local rate looks back over. */
const rateGaps = 8;
/** Records a second where every gap is the shortest. */
const fastestRate = 1000 / shortestMs;
/** Of both features, in decades. */
const resolution = 0.5;

/** Decades: log10 of the milliseconds since the record before, at least 0; missing without both times. */
export const gap: Feature = {
  name: 'gap',
  resolution,
  codes: fillGaps,
  describe: (input, record, typical) => gapSentence(trueGap(input, record), typical),
};

/**
 * Decades: log10 of the records a second over the 8 gaps up to the record, the longest one left out: one
 * pause is a gap, not another pace. Missing for the first 8 of a source and where a time is missing.
 */
export const localRate: Feature = {
  name: 'rate',
  resolution,
  codes: fillRates,
  describe: (input, record, typical) => {
    const rate = ((rateGaps - 1) * 1000) / millisWithoutLongest(input, record);
    return {
      pattern: ratePattern(rate, 10 ** typical),
      values: [rounded(rate), rounded(10 ** typical)],
    };
  },
};

/** Where log10, rounded to the resolution, goes up by one step: by comparing, no logarithm is needed. */
const stepsUp = Float64Array.from({ length: 40 }, (_, code) => 10 ** ((code + 0.5) * resolution));

/** log10 of milliseconds (1 or more) as a multiple of the resolution. */
function decadesOfMillis(ms: number): number {
  let code = 0;
  while (code < stepsUp.length && ms >= stepsUp[code]) code++;
  return code;
}

function fillGaps({ records: { time } }: FeatureInput): FillCodes {
  return ({ from, to, sourceStart }, codes) => {
    let before = from === sourceStart ? Number.NaN : time.millis(from - 1);
    for (let record = from; record < to; record++) {
      const ms = time.millis(record);
      const span = Math.max(shortestMs, ms - before);
      codes[record - from] = Number.isNaN(span) ? missing : decadesOfMillis(span);
      before = ms;
    }
  };
}

/** The code where seven gaps are the shortest. */
const fastestCode = Math.round(Math.log10(fastestRate) / resolution);
/** Milliseconds of seven gaps at which the rate, rounded to the resolution, goes down by one step. */
const stepsDown = Float64Array.from(
  { length: 40 },
  (_, below) => ((rateGaps - 1) * 1000) / 10 ** ((fastestCode - below - 0.5) * resolution),
);

function fillRates({ records: { time } }: FeatureInput): FillCodes {
  const spans = new Float64Array(rateGaps);
  return ({ from, to, sourceStart }, codes) => {
    if (from === sourceStart) codes[0] = missing;
    const first = Math.max(sourceStart + 1, from - rateGaps + 1);
    let before = time.millis(first - 1);
    for (let record = first; record < to; record++) {
      const ms = time.millis(record);
      spans[record % rateGaps] = Math.max(shortestMs, ms - before);
      before = ms;
      if (record < from) continue;
      codes[record - from] = record - rateGaps < sourceStart ? missing : rateCode(withoutLongest(spans));
    }
  };
}

function rateCode(ms: number): number {
  if (Number.isNaN(ms)) return missing;
  let below = 0;
  while (below < stepsDown.length && ms > stepsDown[below]) below++;
  return fastestCode - below;
}

function withoutLongest(spans: Float64Array): number {
  let sum = 0;
  let longest = 0;
  for (let i = 0; i < spans.length; i++) {
    sum += spans[i];
    if (spans[i] > longest) longest = spans[i];
  }
  return sum - longest;
}

/** Of the gaps up to a record; times that run backwards count as no time passing. */
function millisWithoutLongest({ records: { time } }: FeatureInput, record: number): number {
  const spans = Float64Array.from({ length: rateGaps }, (_, i) =>
    Math.max(shortestMs, time.millis(record - i) - time.millis(record - i - 1)),
  );
  return withoutLongest(spans);
}

/** Seconds, below 0 where times run backwards; to the nanosecond, since it is said. */
function trueGap({ records: { time } }: FeatureInput, record: RecordIndex): number {
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

/** The fastest that can be told stands for all that is faster. */
function ratePattern(rate: number, usual: number) {
  if (rate >= fastestRate) return featurePatterns.rateAtLeast;
  return usual >= fastestRate ? featurePatterns.rateUsuallyMore : featurePatterns.rate;
}

/** Three significant digits: what a person compares. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

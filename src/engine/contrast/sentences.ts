import type { Sentence } from '../model/finding';
import type { Candidate } from './candidate';
import { fewestHistoryWindows } from './difference';
import type { Opportunity } from './opportunity';

/** English patterns of what a contrast says; each is a key of the language bundles. */
const patterns = {
  more: '`{0}`: {1} of {2} records here, {3} of {4} elsewhere, so {5} times as often ({6} to {7})',
  less: '`{0}`: only {1} of {2} records here, {3} of {4} elsewhere, so {5} times as often ({6} to {7})',
  new: '`{0}`: {1} of {2} records here, none of {4} elsewhere',
  gone: '`{0}`: none of {2} records here, {3} of {4} elsewhere',
} as const;
/** The same among the records of something else. */
const patternsWithin = {
  more: '`{0}`, of records with `{8}`: {1} of {2} here, {3} of {4} elsewhere, so {5} times as often ({6} to {7})',
  less: '`{0}`, of records with `{8}`: only {1} of {2} here, {3} of {4} elsewhere, so {5} times as often ({6} to {7})',
  new: '`{0}`, of records with `{8}`: {1} of {2} here, none of {4} elsewhere',
  gone: '`{0}`, of records with `{8}`: none of {2} here, {3} of {4} elsewhere',
} as const;

const noOthers: Sentence = {
  pattern: 'no records with a time outside the range, so there is nothing to compare with',
  values: [],
};
const noFocus: Sentence = { pattern: 'no records in the range', values: [] };
const noHistory: Sentence = {
  pattern: 'too little outside the range to know what is usual',
  values: [],
};

/** `subject`: the level, the template, `name = value`; `within`: what the records counted have in common. */
export function contrastSentence(
  { shares, difference }: Candidate,
  subject: string,
  within: string | null,
): Sentence {
  const { focus, focusOf, against, againstOf } = shares;
  const { direction, ratio, interval } = difference;
  const kind = against === 0 ? 'new' : focus === 0 ? 'gone' : direction === 'over' ? 'more' : 'less';
  const counts = [focus, focusOf, against, againstOf];
  const figures = [ratio ?? 0, interval[0], interval[1] ?? 0].map(rounded);
  if (within === null) return { pattern: patterns[kind], values: [subject, ...counts, ...figures] };
  return { pattern: patternsWithin[kind], values: [subject, ...counts, ...figures, within] };
}

/** Why nothing could be compared; none where it could. */
export function whyNotCompared({ focus, against, windows }: Opportunity): Sentence[] {
  if (focus === 0) return [noFocus];
  if (against === 0) return [noOthers];
  return windows < fewestHistoryWindows ? [noHistory] : [];
}

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}

import type { Sentence } from '../model/finding';
import type { Candidate } from './candidate';
import { fewestHistoryWindows } from './difference';
import type { Opportunity } from './opportunity';

/** English patterns of what a contrast says; each is a key of the language bundles. */
const patterns = {
  more: '`{0}`: {1} of {2} records here, {3} of {4} elsewhere, so {5} times as often ({6} to {7})',
  less: '`{0}`: only {1} of {2} records here, {3} of {4} elsewhere, so {5} times as often ({6} to {7})',
  new: '`{0}`: {1} of {2} records here, none of {3} elsewhere',
  gone: '`{0}`: none of {1} records here, {2} of {3} elsewhere',
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

/** `subject`: the level, the template, `name = value`. */
export function contrastSentence({ shares, difference }: Candidate, subject: string): Sentence {
  const { focus, focusOf, against, againstOf } = shares;
  if (against === 0) return { pattern: patterns.new, values: [subject, focus, focusOf, againstOf] };
  if (focus === 0) return { pattern: patterns.gone, values: [subject, focusOf, against, againstOf] };
  const { direction, ratio, interval } = difference;
  const figures = [ratio ?? 0, interval[0], interval[1] ?? 0].map(rounded);
  const pattern = direction === 'over' ? patterns.more : patterns.less;
  return { pattern, values: [subject, focus, focusOf, against, againstOf, ...figures] };
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

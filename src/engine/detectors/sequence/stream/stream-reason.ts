import type { Evidence, Reason, Sentence } from '../../../model/finding';
import type { LineIndex, TemplateId } from '../../../model/units';
import type { DetectorInput } from '../../detector';
import type { BrokenLoop } from './broken-loops';
import type { OddStep } from './odd-steps';
import type { OddPlace } from './stream-judge';

/** English patterns of what is said of streams; each is a key of the language bundles. */
export const streamPatterns = {
  'not-followed': 'no `{0}` between a `{1}` and the next; there is one {2} of {3} other times',
  unended: 'no `{0}` after the last `{1}`; it followed {2} of {3} other times',
  'not-preceded': 'no `{0}` before this `{1}`; there is one {2} of {3} other times',
  again: '`{0}` again without `{1}` in between, which comes {2} of {3} other times',
  doubled: '`{0}` a second time after one `{1}`; it comes once {2} of {3} other times',
  'too-early': '`{0}` before `{1}`; it comes after it {2} of {3} other times',
  step: '`{0}` right after `{1}`, as {2} of {3} other times; usually `{4}` comes there',
  secondStep: '`{0}` right after `{1}` and `{2}`, as {3} of {4} other times; usually `{5}` comes there',
  begins: 'begins here',
} as const;

/** Chars of a template that are told. */
const longestTold = 80;

/** What is odd, with the line from which it can be checked. */
export function streamReason({ stream, oddity, score }: OddPlace, input: DetectorInput): Reason {
  const told = (event: number) => toldTemplate(input, event);
  const [message, from] =
    oddity.kind === 'step'
      ? [stepSentence(oddity, stream.events, told), oddity.position - oddity.context]
      : [loopSentence(oddity, told), oddity.from];
  return { detector: 'sequence', score, message, evidence: [evidence(input, stream.records[from])] };
}

type Told = (event: number) => string;

function loopSentence({ kind, event, partner, usual, times }: BrokenLoop, told: Told): Sentence {
  return { pattern: streamPatterns[kind], values: [told(event), told(partner), usual, times] };
}

function stepSentence(
  { position, context, usual, alike, times }: OddStep,
  events: Uint32Array,
  told: Told,
): Sentence {
  const before = [...events.subarray(position - context, position)].map(told);
  const pattern = context === 1 ? streamPatterns.step : streamPatterns.secondStep;
  return { pattern, values: [told(events[position]), ...before, alike, times, told(usual)] };
}

function toldTemplate({ templates }: DetectorInput, event: number): string {
  return templates.mined.template(event as TemplateId).pattern.slice(0, longestTold);
}

function evidence({ records }: DetectorInput, record: number): Evidence {
  const line = records.firstLine.get(record) as LineIndex;
  return {
    source: records.sourceOfLine(line),
    line: records.lineNumber(line),
    note: { pattern: streamPatterns.begins, values: [] },
  };
}

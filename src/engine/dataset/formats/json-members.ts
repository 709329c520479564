import type { SequenceLabel } from '../sequence';
import type { DatasetExample, JsonObject, ReadExample } from './format';

/** What an example is where its format does not say. */
export function exampleAt(line: number, members: Partial<DatasetExample>): ReadExample {
  const nothing = {
    id: null,
    label: null,
    category: null,
    context: [],
    texts: [],
    answer: null,
    shape: null,
  };
  return { example: { line, ...nothing, ...members } };
}

/** {0} is the member or column, {1} what it should be where that is not said already. */
const wrong = {
  text: { pattern: '"{0}" is missing or is no text.' },
  texts: { pattern: '"{0}" is missing or is no list of texts.' },
  'text-or-texts': { pattern: '"{0}" is missing or is neither text nor a list of texts.' },
  id: { pattern: '"{0}" is missing or is neither text nor a number.' },
  number: { pattern: '"{0}" is missing or is no number.' },
  count: { pattern: '"{0}" is missing or is no whole number from 0.' },
  length: { pattern: '"{0}" is not {1}, as many as there are entries.' },
  turns: { pattern: '"{0}" is missing or is no list of turns, at least one.' },
  word: { pattern: '"{0}" is missing or is none of these: {1}.' },
  time: { pattern: '"{0}" is no time in UTC such as {1}.' },
} as const;

export function wrongMember(
  line: number,
  member: string,
  wanted: keyof typeof wrong,
  should: string | number = '',
): ReadExample {
  return { problem: { line, sentence: { ...wrong[wanted], values: [member, should] } } };
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

/** Undefined for what is no object. */
export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** Of ids as others write them, too. */
export function idOf(value: unknown): string | null {
  return isText(value) || typeof value === 'number' ? String(value) : null;
}

/** 0 is normal, any other number anomalous, as `evaluate` reads them. */
export function labelOfNumber(label: number): SequenceLabel {
  return label === 0 ? 'normal' : 'anomalous';
}

export function numberOfLabel(label: SequenceLabel): 0 | 1 {
  return label === 'normal' ? 0 : 1;
}

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

export function wrongMember(line: number, member: string, wanted: string): ReadExample {
  return {
    problem: { line, sentence: { pattern: '"{0}" is missing or is not {1}.', values: [member, wanted] } },
  };
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

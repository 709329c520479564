import type { SearchPattern } from '../../engine/filter/filter';

/** Of a value, the longest is rarest. Formats write these characters as they are, or as below. */
const plainRuns = /[\w.-]+/g;

/**
 * What some line of a record must hold for one of its fields to have the value: a part of it as it stands, or something that can
 * stand for such a character: `\u0041` of JSON, `&#65;` of XML.
 */
export function fieldPattern(value: string): SearchPattern {
  const runs: readonly string[] = value.match(plainRuns) ?? [];
  const run = runs.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  const how = { caseSensitive: true, wholeWord: false };
  if (run === '') return { kind: 'text', text: '', ...how };
  return { kind: 'regex', text: `${run.replaceAll('.', '\\.')}|\\\\u00[2-7]|&#`, ...how };
}

import { expect, test } from 'vitest';
import type { Evidence } from '../../src/engine/model/finding';
import type { LineNumber, SourceIndex } from '../../src/engine/model/units';
import { beyondTemplate } from '../../src/extension/hover/evidence';
import { template } from './analysed-log';

function evidence(line: number, pattern: string, ...values: readonly string[]): Evidence {
  return { source: 0 as SourceIndex, line: line as LineNumber, note: { pattern, values } };
}

const kind = template(0, { firstLine: 12 as LineNumber, lastLine: 5900 as LineNumber });
const cases: readonly (readonly [what: string, one: Evidence, isKept: boolean])[] = [
  ['the first of its template', evidence(12, 'first seen'), false],
  ['the last of its template', evidence(5900, 'last seen'), false],
  ['another line', evidence(40, 'first seen'), true],
  ['a comparison, also on the first line', evidence(12, 'usually `{0}`', 'accepted'), true],
];

test.each(cases)('a note on %s', (_what, one, isKept) => {
  expect(beyondTemplate([one], kind)).toEqual(isKept ? [one] : []);
  expect(beyondTemplate([one], undefined)).toEqual([one]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateAndTime, summarise } from '../../../src/extension/anomalies-tree/summary';
import { sentenceText } from '../../../src/protocol/sentence';
import { analysedLog, finding } from '../analysed-log';

const start = 1_773_480_413_000_000_000n;
const second = 1_000_000_000n;

function labelOver(seconds: number): string {
  const times = { firstTime: `${start}`, lastTime: `${start + BigInt(seconds) * second}` };
  return summarise(analysedLog([], {}, {}, times), undefined, (sentence) => sentenceText(sentence)).label;
}

const spans: readonly { readonly seconds: number; readonly label: string }[] = [
  { seconds: 0, label: '100 records over 0 s, 0 errors' },
  { seconds: 119, label: '100 records over 119 s, 0 errors' },
  { seconds: 2400, label: '100 records over 40 min, 0 errors' },
  { seconds: 7200, label: '100 records over 2 h, 0 errors' },
  { seconds: 172_800, label: '100 records over 2 days, 0 errors' },
  { seconds: -5, label: '100 records, 0 errors' },
];

test.each(spans)('$seconds seconds of log: $label', ({ seconds, label }) => {
  expect(labelOver(seconds)).toBe(label);
});

test('the details hold span, records, format, templates, errors, the worst finding and what was not judged', () => {
  const notJudged = [{ pattern: 'too few records ({0})', values: [1] }];
  const times = { firstTime: `${start}`, lastTime: `${start + 90n * second}` };
  const log = analysedLog([finding(7)], {}, {}, { ...times, records: 1, errors: 1, notJudged });
  expect(summarise(log, log.findings[0], (sentence) => sentenceText(sentence)).details).toEqual([
    'From 2026-03-14 09:26:53 to 2026-03-14 09:28:23 (UTC)',
    '1 record over 90 s',
    'Format: iso',
    '4 templates',
    '1 error',
    'worst on line 7',
    'too few records (1)',
  ]);
});

describe('a time', () => {
  test('of any size is told or left out, never thrown', () => {
    fc.assert(
      fc.property(fc.bigInt(), (time) => {
        expect(dateAndTime(`${time}`)).toMatch(/^$|^[+-]?\d{4,6}-\d\d-\d\d \d\d:\d\d/);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { summarise } from '../../../src/extension/anomalies-tree/summary';
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

describe('the summary of a log', () => {
  const notJudged = [{ pattern: 'too few records ({0})', values: [1] }];
  const times = { firstTime: `${start}`, lastTime: `${start + 90n * second}` };
  const worst = finding(7, { excerpt: '10:00 INFO pool: pattern 0 drained' });
  const scope = { baselines: ['/logs/good.log'], from: null, until: null };
  const log = analysedLog([worst], { scope }, {}, { ...times, records: 1, errors: 1, notJudged });
  const { label, description, facts } = summarise(log, worst, (sentence) => sentenceText(sentence));

  test('names the worst finding by its message', () => {
    expect([label, description]).toEqual(['1 record over 90 s, 1 error', 'worst: pattern 0 drained']);
  });

  test('has the rest as facts, none of which repeats it', () => {
    expect(facts).toEqual([
      'From 2026-03-14 09:26:53 to 2026-03-14 09:28:23 (UTC)',
      'against good.log',
      '4 templates',
      'Format: time and level',
      'too few records (1)',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import type { AnalysisScope } from '../../../src/extension/shared/analyses';
import { isScoped, scopeSentences } from '../../../src/extension/shared/scope';
import { sentenceText } from '../../../src/protocol/sentence';
import { analysedLog } from '../analysed-log';

const nanoseconds = (iso: string) => `${BigInt(Date.parse(iso)) * 1_000_000n}`;
const oneDay = {
  firstTime: nanoseconds('2026-03-14T09:00:00Z'),
  lastTime: nanoseconds('2026-03-14T10:00:00Z'),
};
const at = (clock: string) => nanoseconds(`2026-03-14T${clock}Z`);

function told(scope: Partial<AnalysisScope>, times: Partial<typeof oneDay> = {}): string {
  const whole = { baselines: [], from: null, until: null, ...scope };
  const log = analysedLog([], { scope: whole }, {}, { ...oneDay, ...times });
  const sentences = scopeSentences(log);
  expect(isScoped(whole)).toBe(sentences.length > 0);
  return sentences.map((sentence) => sentenceText(sentence)).join(' · ');
}

describe('of a log from 09:00 to 10:00 was looked at', () => {
  const cases: readonly (readonly [scope: Partial<AnalysisScope>, told: string])[] = [
    [{}, ''],
    [{ from: at('09:29:00'), until: at('09:39:00') }, '09:29–09:39 only'],
    [{ from: at('09:29:00'), until: at('09:39:05') }, '09:29:00–09:39:05 only'],
    [{ from: at('09:50:00') }, 'from 09:50 only'],
    [{ until: at('09:50:30') }, 'until 09:50:30 only'],
    [{ baselines: ['/logs/good.log'] }, 'against good.log'],
    [{ baselines: ['C:\\logs\\good.log'] }, 'against good.log'],
    [{ baselines: ['/a.log', '/b.log'] }, 'against 2 baselines'],
    [{ baselines: ['/logs/good.log'], from: at('09:50:00') }, 'from 09:50 only · against good.log'],
  ];
  test.each(cases)('%j: %s', (scope, sentence) => {
    expect(told(scope)).toBe(sentence);
  });
});

test('where the log spans several days, the day is told', () => {
  const lastTime = nanoseconds('2026-03-15T10:00:00Z');
  expect(told({ from: at('09:29:00') }, { lastTime })).toBe('from 2026-03-14 09:29 only');
});

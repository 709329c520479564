import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TemplateSummary } from '../../../src/engine/model/analysis';
import type { Incident } from '../../../src/engine/model/incident';
import { findingMarks, incidentCards, secondsOf } from '../../../src/extension/dashboard/log-columns';
import { templateColumns } from '../../../src/extension/dashboard/template-columns';
import { sentenceText } from '../../../src/protocol/sentence';
import { labelsOf } from '../reported-labels';

const nothingLabelled = labelsOf([]);

test.for<[string, number]>([
  ['1500000000', 1.5],
  ['-500000000', -0.5],
  ['1773480413123456789', 1773480413.1234567],
])('%s nanoseconds are %d seconds', ([time, seconds]) => {
  expect(secondsOf(time)).toBeCloseTo(seconds, 6);
});

test('any nanoseconds are their seconds, to what a double can tell apart', () => {
  fc.assert(
    fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (time) => {
      const whole = time / 1_000_000_000n;
      const exact = Number(whole) + Number(time - whole * 1_000_000_000n) / 1e9;
      expect(secondsOf(String(time))).toBeCloseTo(exact, 5);
    }),
  );
});

test('what is told every second is made once: marks of findings and columns of templates', async () => {
  const findings: Parameters<typeof findingMarks>[0] = [];
  expect(findingMarks(findings)).toBe(findingMarks(findings));
  const report = { templates: [], labels: nothingLabelled };
  expect(await templateColumns(report, [], sentenceText)).toBe(
    await templateColumns(report, [], sentenceText),
  );
});

test('no time is no number', () => {
  expect(secondsOf(null)).toBeNaN();
});

test('titles are cut, on one line, without what turns text round', async () => {
  const template = {
    id: 7,
    pattern: `\u202eevil\nname ${'x'.repeat(400)}`,
    parameters: [],
    count: 3,
    level: 'warn',
    firstLine: 1,
    lastLine: 9,
    firstTime: null,
    lastTime: null,
    rarity: 0.5,
  } as unknown as TemplateSummary;
  const { titles, levels, firstLines, lastLines, firstSeconds } = await templateColumns(
    { templates: [template], labels: nothingLabelled },
    [],
    sentenceText,
  );
  expect(titles[0]).toMatch(/^evil name x+…$/);
  expect(titles[0].length).toBe(300);
  expect([levels[0], firstLines[0], lastLines[0]]).toEqual([4, 0, 8]);
  expect(firstSeconds[0]).toBeNaN();
});

test('a card names the first and the worst line by the view’s count, where they are since edits', () => {
  const incident = {
    id: 'a1',
    severity: 'high',
    category: 'database',
    title: { pattern: 'pool exhausted', values: [] },
    firstLine: 10,
    worstLine: 12,
    start: null,
    end: null,
    services: ['orders'],
    findings: ['f1', 'f2'],
    hint: null,
    timeline: [
      { line: 10, role: 'first', text: 'pool at 19 of 20' },
      { line: 12, role: 'worst', text: 'pool exhausted' },
    ],
  } as unknown as Incident;
  const extent = { firstTime: null, lastTime: null, zone: 'UTC' };
  // Two lines were put in before it, and the worst one was taken out.
  const lineNow = (line: number) => (line === 12 ? undefined : line + 2);
  const log = { incidents: [incident], extent, lineNow, labels: [], findings: [] };
  const [card] = incidentCards(log, sentenceText);
  expect(card.first).toEqual({ line: 11, text: 'pool at 19 of 20' });
  expect(card.worst).toEqual({ line: 11, text: 'pool exhausted' });
  expect([card.when, card.findings, card.label]).toEqual(['', 2, null]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLogs, foundLines } from './compare-logs';

const word = fc.constantFrom(
  'order',
  'error',
  'failed',
  'cart',
  'paid',
  'at',
  'timeout',
  '12',
  '7 ms',
  '/srv/a.log',
);
const line = fc
  .tuple(
    fc.constantFrom('', '  ', '[INFO] ', '[ERROR] ', 'ERROR: ', '\tat '),
    fc.array(word, { maxLength: 5 }),
  )
  .map(([start, words]) => start + words.join(' '));
const lines = fc.array(line, { maxLength: 40 });
/** A comparison takes some milliseconds. */
const runs = { numRuns: 40 };

const ending = fc.constantFrom('\n', '\r\n', '\r');

function joined(all: readonly string[], end: string): string {
  return all.map((one) => one + end).join('');
}

describe('whatever the logs', () => {
  it('a log against itself holds nothing new, in any order and with any line ends', () => {
    fc.assert(
      fc.property(lines, ending, ending, fc.boolean(), (all, one, other, reversed) => {
        const good = joined(reversed ? all.toReversed() : all, other);
        const { findings, vanished, alsoNew } = compareLogs(joined(all, one), [good]);
        expect(findings).toEqual([]);
        if (!reversed) expect([...vanished, ...alsoNew]).toEqual([]);
      }),
      runs,
    );
  });

  it('times and digits that differ make no finding', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 9 }), (all, digit) => {
        const stamped = (day: number) => all.map((text, i) => `2026-05-0${day} 10:00:${10 + i} ${text}`);
        const good = joined(stamped(1), '\n');
        const bad = joined(stamped(2), '\n').replaceAll(' 12', ` ${digit}4`);
        expect(compareLogs(bad, [good]).findings.filter(({ kind }) => kind === 'new')).toEqual([]);
      }),
      runs,
    );
  });

  it('findings are stretches of the bad log, apart from each other, with a reason each', () => {
    fc.assert(
      fc.property(lines, lines, ending, (bad, good, end) => {
        const { findings } = compareLogs(joined(bad, end), [joined(good, end)]);
        const news = findings.filter(({ kind }) => kind === 'new');
        for (const { source, line: first, endLine, tellingLine, score, reasons } of findings) {
          expect(source).toBe(0);
          expect(first).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeLessThanOrEqual(bad.length);
          expect(tellingLine >= first && tellingLine <= endLine).toBe(true);
          expect(score > 0 && score <= 1).toBe(true);
          expect(reasons.length).toBeGreaterThan(0);
        }
        expect(news.every((one, i) => i === 0 || one.line > news[i - 1].endLine)).toBe(true);
      }),
      runs,
    );
  });

  it('chunks and the order of good logs change nothing', () => {
    fc.assert(
      fc.property(lines, lines, lines, fc.integer({ min: 1, max: 50 }), (bad, one, other, chunk) => {
        const [b, g, h] = [bad, one, other].map((all) => joined(all, '\n'));
        const whole = compareLogs(b, [g, h]);
        expect(compareLogs(b, [g, h], { chunk })).toEqual(whole);
        expect(foundLines(compareLogs(b, [h, g]))).toEqual(foundLines(whole));
      }),
      runs,
    );
  });
});

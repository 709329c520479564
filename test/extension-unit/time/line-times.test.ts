import { describe, expect, test } from 'vitest';
import type { TemplateId } from '../../../src/engine/model/units';
import { lineTimes, type TimeOptions, widthOf } from '../../../src/extension/time/line-times';
import type { LineFacts } from '../../../src/protocol/line-facts';
import type { ViewLine } from '../../../src/protocol/log-lines';

/** Of a record that begins on the line, so many seconds after noon; undefined has no time. */
function fact(first: number, seconds: number | undefined): LineFacts {
  const milliseconds = Date.parse('2031-07-01T12:00:00Z') + (seconds ?? 0) * 1000;
  const time = seconds === undefined ? null : String(BigInt(milliseconds) * 1_000_000n);
  const line = first as ViewLine;
  return { first: line, last: line, time, level: 'info', template: 0 as TemplateId };
}

const gaps: TimeOptions = { showsGaps: true, zone: 'written' };

describe('before each line that is shown', () => {
  const cases: readonly (readonly [
    what: string,
    lines: readonly number[],
    facts: readonly (LineFacts | null)[],
    options: TimeOptions,
    texts: readonly string[],
  ])[] = [
    [
      'the time since the line before',
      [4, 5, 6],
      [fact(4, 0), fact(5, 2), fact(6, 2)],
      gaps,
      ['', '+2 s', '+0'],
    ],
    ['over what is hidden between', [4, 90], [fact(4, 0), fact(90, 300)], gaps, ['', '+5 min']],
    ['nothing within a record', [4, 5, 6], [fact(4, 0), fact(4, 0), fact(6, 1)], gaps, ['', '', '+1 s']],
    [
      'over lines without a time',
      [4, 5, 6],
      [fact(4, 0), fact(5, undefined), fact(6, 1)],
      gaps,
      ['', '', '+1 s'],
    ],
    ['nothing of lines of no record', [4, 5], [null, fact(5, 1)], gaps, ['', '']],
    ['what a clock that went back says', [4, 5], [fact(4, 3), fact(5, 1)], gaps, ['', '−2 s']],
    [
      'its time in the zone',
      [4, 5],
      [fact(4, 0), fact(5, 0.25)],
      { showsGaps: false, zone: 'Asia/Tokyo' },
      ['21:00:00.000', '21:00:00.250'],
    ],
    [
      'both',
      [4, 5],
      [fact(4, 0), fact(5, 0.25)],
      { showsGaps: true, zone: 'Asia/Tokyo' },
      ['21:00:00.000', '21:00:00.250  +250 ms'],
    ],
  ];
  test.each(cases)('%s', (_what, lines, facts, options, texts) => {
    expect(lineTimes(lines, facts, options).map(({ text }) => text)).toEqual(texts);
  });

  test('the longer, the hotter', () => {
    const facts = [0, 0.01, 0.2, 2, 20, 200].map((seconds, i) => fact(i, seconds));
    const heats = lineTimes([0, 1, 2, 3, 4, 5], facts, gaps).map(({ heat }) => heat);
    expect(heats).toEqual([0, 0, 1, 2, 3, 4]);
  });

  test('takes the same room whatever it says', () => {
    const longest = lineTimes([0, 1], [fact(0, 0), fact(1, 3 * 86_400 + 86_399)], { ...gaps, zone: 'UTC' });
    expect(widthOf({ showsGaps: true, zone: 'UTC' })).toBeGreaterThanOrEqual(longest[1].text.length);
    expect(widthOf({ showsGaps: false, zone: 'written' })).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { dateOrderOf } from '../../../src/engine/formats/date-order';
import { Session } from '../../../src/engine/session';
import { readLines } from './read-lines';

const reference = Date.UTC(2026, 10, 21) / 1000;
const orderOf = (...dates: string[]) =>
  dateOrderOf(
    dates.map((date) => Buffer.from(`${date} 13:05:07 pump ready`)),
    reference,
  );

describe('which of two numbers is the day', () => {
  test.each([
    ['a first number above 12', ['03/04/2026', '21/04/2026'], { dayFirst: true, told: true }],
    ['a second number above 12', ['03/04/2026', '03/21/2026'], { dayFirst: false, told: true }],
    ['dashes', ['21-04-2026'], { dayFirst: true, told: true }],
    ['a date that would lie in the future', ['06/12/2026'], { dayFirst: false, told: true }],
    ['another one', ['12/06/2026'], { dayFirst: true, told: true }],
    ['days that follow one another', ['09/03/2026', '10/03/2026'], { dayFirst: true, told: true }],
    [
      'days that follow one another, month first',
      ['03/09/2026', '03/10/2026'],
      { dayFirst: false, told: true },
    ],
    ['one day only', ['03/04/2026', '03/04/2026'], { dayFirst: false, told: false }],
  ])('%s', (_, dates, expected) => expect(orderOf(...dates)).toEqual(expected));

  test.each([
    ['dots, which have one order', '21.04.2026'],
    ['a year in front', '2026/04/03'],
    ['no moment in either order', '31/31/2026'],
    ['a part of a number', '121/04/2026'],
  ])('%s tell nothing', (_, date) => expect(orderOf(date)).toBeUndefined());

  test('a date without a time of day is a payload’s', () => {
    expect(dateOrderOf([Buffer.from('invoice of 21/04/2026 is paid')], reference)).toBeUndefined();
  });
});

/** What the analysis tells of a log whose only day is `date`. */
function notesOn(date: string) {
  const session = new Session();
  session.openSource({ path: 'pump.log', role: 'log', referenceSeconds: reference });
  const bytes = Buffer.from(`${date} 13:05:07 INFO pump ready\n`.repeat(20));
  session.push(bytes);
  session.closeSource();
  const steps = session.analyse({ read: (_, start, end) => bytes.subarray(start, end) });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.sources[0].notes;
  }
}

test('where nothing tells the order, that is said', () => {
  expect(notesOn('03/04/2026')).toMatchObject([{ values: ['03/04/2026'] }]);
  expect(notesOn('21/04/2026')).toEqual([]);
  expect(notesOn('03.04.2026')).toEqual([]);
});

test('all lines are read in the order that some tell', () => {
  const { times } = readLines([
    '03/04/2026 13:05:07 INFO pump ready',
    '04/04/2026 13:05:07 INFO pump ready',
    '21/04/2026 13:05:07 INFO pump ready',
  ]);
  expect(times).toEqual([
    ...['2026-04-03T13:05:07.000Z', '2026-04-04T13:05:07.000Z', '2026-04-21T13:05:07.000Z'],
  ]);
});

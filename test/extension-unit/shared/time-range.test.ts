import { describe, expect, test } from 'vitest';
import { formatTime, lastPart, parseTimeRange, shorterThan } from '../../../src/extension/shared/time-range';

const ns = (iso: string) => String(BigInt(Date.parse(iso)) * 1_000_000n);
const span = { first: ns('2026-03-01T22:00:00Z'), last: ns('2026-03-03T04:30:00Z'), zone: 'written' };

describe('a range of a log from 2026-03-01 22:00 to 2026-03-03 04:30', () => {
  const cases: readonly [text: string, from: string | null, until: string | null][] = [
    ['2026-03-02 10:00 to 2026-03-02 10:30', '2026-03-02T10:00:00Z', '2026-03-02T10:30:00Z'],
    ['2026-03-02T10:00:05 - 2026-03-02T10:30:06', '2026-03-02T10:00:05Z', '2026-03-02T10:30:06Z'],
    ['2026-03-02 10:00..10:30', '2026-03-02T10:00:00Z', '2026-03-02T10:30:00Z'],
    ['2026-03-02 10:00Z – 10:30Z', '2026-03-02T10:00:00Z', '2026-03-02T10:30:00Z'],
    ['1:00-2:15', '2026-03-03T01:00:00Z', '2026-03-03T02:15:00Z'],
    ['from 04:00', '2026-03-03T04:00:00Z', null],
    ['04:00', '2026-03-03T04:00:00Z', null],
    ['to 2026-03-02 00:00', null, '2026-03-02T00:00:00Z'],
    ['2026-03-02 10:00:00.250 to 10:30', '2026-03-02T10:00:00.250Z', '2026-03-02T10:30:00Z'],
  ];
  test.each(cases)('%s', (text, from, until) => {
    expect(parseTimeRange(text, span)).toEqual({ from: from && ns(from), until: until && ns(until) });
  });

  test('a day is the whole of it', () => {
    const endOfDay = String(BigInt(ns('2026-03-03T00:00:00Z')) - 1n);
    expect(parseTimeRange('2026-03-02', span)).toEqual({ from: ns('2026-03-02T00:00:00Z'), until: endOfDay });
  });

  test.each([
    ['', 'not a time'],
    ['yesterday', 'not a time'],
    ['2026-02-30 10:00', 'not a time'],
    ['25:00 to 26:00', 'not a time'],
    ['10:00 to 11:00 to 12:00', 'not a time'],
    ['to', 'not a time'],
    ['2026-03-02 11:00 to 10:00', 'ends before it begins'],
    ['2026-03-05 to 2026-03-06', 'outside the log'],
    ['to 2026-02-01', 'outside the log'],
  ])('%j: %s', (text, problem) => {
    expect(parseTimeRange(text, span)).toBe(problem);
  });
});

test('without a known span a time needs its day', () => {
  expect(parseTimeRange('10:00', undefined)).toBe('not a time');
  expect(parseTimeRange('2026-03-02 10:00', undefined)).toMatchObject({ until: null });
});

test('the last hour of the log is counted from its last record', () => {
  expect(lastPart(span, 3600)).toEqual({ from: ns('2026-03-03T03:30:00Z'), until: null });
});

test.each([
  ['2026-03-02T22:00:00Z', [600, 3600]],
  ['2026-03-02T22:00:01Z', [600, 3600, 86_400]],
  ['2026-03-01T22:10:00Z', []],
  ['2026-03-01T21:00:00Z', []],
])('of a log from 2026-03-01 22:00 to %s parts of %j seconds are offered', (last, offered) => {
  expect(shorterThan({ first: span.first, last: ns(last) }, [600, 3600, 86_400])).toEqual(offered);
});

test('what is offered can be typed in', () => {
  const offered = `${formatTime(span.first, span.zone)} to ${formatTime(span.last, span.zone)}`;
  expect(parseTimeRange(offered, span)).toEqual({ from: span.first, until: span.last });
});

describe('where times are shown in a zone', () => {
  const berlin = { ...span, zone: 'Europe/Berlin' };

  test('they are read in it', () => {
    expect(parseTimeRange('2026-03-02 10:00 to 11:00', berlin)).toEqual({
      from: ns('2026-03-02T09:00:00Z'),
      until: ns('2026-03-02T10:00:00Z'),
    });
  });

  test('a day without a date is the last one there', () => {
    const late = { ...berlin, last: ns('2026-03-03T23:30:00Z') };
    expect(parseTimeRange('00:10', late)).toEqual({ from: ns('2026-03-03T23:10:00Z'), until: null });
  });

  test('what says UTC is that', () => {
    expect(parseTimeRange('from 2026-03-02 10:00Z', berlin)).toEqual({
      from: ns('2026-03-02T10:00:00Z'),
      until: null,
    });
  });

  test('the day the clock is set forward has 23 hours', () => {
    const spring = {
      first: ns('2026-03-28T00:00:00Z'),
      last: ns('2026-03-30T00:00:00Z'),
      zone: 'Europe/Berlin',
    };
    expect(parseTimeRange('2026-03-29', spring)).toEqual({
      from: ns('2026-03-28T23:00:00Z'),
      until: String(BigInt(ns('2026-03-29T22:00:00Z')) - 1n),
    });
  });

  test('what is offered can be typed in', () => {
    const offered = `${formatTime(berlin.first, berlin.zone)} to ${formatTime(berlin.last, berlin.zone)}`;
    expect(parseTimeRange(offered, berlin)).toEqual({ from: berlin.first, until: berlin.last });
  });
});

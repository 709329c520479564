import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateAndTime, timeWithin } from '../../../src/extension/shared/log-time';

const nanoseconds = (iso: string) => `${BigInt(Date.parse(iso)) * 1_000_000n}`;

test('of any size is told or left out, never thrown', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.constantFrom('written', 'Asia/Shanghai'), (time, zone) => {
      expect(dateAndTime(`${time}`, zone)).toMatch(/^$|^[+-]?\d{4,6}-\d\d-\d\d \d\d:\d\d/);
    }),
  );
});

describe('of 2026-03-14, 09:29', () => {
  const time = nanoseconds('2026-03-14T09:29:00Z');
  const cases: readonly (readonly [
    what: string,
    first: string | null,
    last: string | null,
    shown: string,
  ])[] = [
    ['in a log of that day', '2026-03-14T09:00:00Z', '2026-03-14T10:00:00Z', '09:29:00'],
    ['in a log of two days', '2026-03-13T23:00:00Z', '2026-03-14T10:00:00Z', '2026-03-14 09:29:00'],
    ['beside a log of the next day', '2026-03-15T09:00Z', '2026-03-15T10:00Z', '2026-03-14 09:29:00'],
    ['in a log without times', null, null, '2026-03-14 09:29:00'],
  ];
  test.each(cases)('%s', (_what, first, last, shown) => {
    const span = { firstTime: first && nanoseconds(first), lastTime: last && nanoseconds(last), zone: 'UTC' };
    expect(timeWithin(span, time)).toBe(shown);
  });

  test('in the zone it is shown in, whose days count', () => {
    const span = {
      firstTime: nanoseconds('2026-03-14T08:00:00Z'),
      lastTime: nanoseconds('2026-03-14T17:00:00Z'),
    };
    expect(timeWithin({ ...span, zone: 'Asia/Tokyo' }, time)).toBe('2026-03-14 18:29:00');
    expect(timeWithin({ ...span, zone: 'America/New_York' }, time)).toBe('05:29:00');
  });
});

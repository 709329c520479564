import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTime, timeShapeAt, timeShapes } from '../../../src/engine/time/time-shapes';

const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };

function read(text: string): { time: string; rest: string } | null {
  const bytes = new TextEncoder().encode(text);
  const out = { seconds: 0, nanos: 0 };
  const after = parseTime(bytes, 0, bytes.length, out, context);
  if (after < 0) return null;
  return {
    time: String(BigInt(out.seconds) * 1_000_000_000n + BigInt(out.nanos)),
    rest: new TextDecoder().decode(bytes.subarray(after)),
  };
}

describe('every shape reads its samples', () => {
  for (const shape of timeShapes) {
    test(`${shape.name} has samples`, () => expect(shape.samples.length).toBeGreaterThanOrEqual(3));
    test.each(shape.samples)(`${shape.name}: $text`, ({ text, time }) => {
      expect(read(text)).toEqual({ time, rest: '' });
      expect(read(`${text} tail`)).toEqual({ time, rest: ' tail' });
      expect(read(`${text}] tail`)).toEqual({ time, rest: '] tail' });
      const bytes = new TextEncoder().encode(text);
      expect(timeShapeAt(bytes, 0, bytes.length, context)).toBe(shape);
    });
    test.each(shape.samples)(`${shape.name} reads no byte past the end of $text`, ({ text }) => {
      const bytes = new TextEncoder().encode(text);
      const out = { seconds: 0, nanos: 0 };
      for (let end = 0; end <= bytes.length; end++) {
        expect(shape.parse(bytes, 0, end, out, context)).toBeLessThanOrEqual(end);
      }
    });
  }
});

test.each([
  ['month 13', '2024-13-01 00:00:00'],
  ['day 0', '2024-01-00 00:00:00'],
  ['Feb 30', '2024-02-30 00:00:00'],
  ['Feb 29 of a common year', '2023-02-29 00:00:00'],
  ['Feb 30 without a year', 'Feb 30 00:00:00'],
  ['hour 24', '2024-01-01 24:00:00'],
  ['minute 60', '2024-01-01 00:60:00'],
  ['second 61', '2024-01-01 00:00:61'],
  ['a date alone', '2024-01-01'],
  ['a date alone, dotted', '2005.06.03'],
  ['a time of day alone', '12:34:56.789'],
  ['a stamp that runs on into a word', '2024-01-01 00:00:00abc'],
  ['an id of eleven digits', '17041646450'],
  ['an id of twenty digits', '17041646450000000000'],
  ['a phone number', '0171234567'],
  ['mixed separators', '2024-01/02 03:04:05'],
  ['an unknown month', 'Foo 14 15:16:01'],
  ['nothing', ''],
])('%s is no time stamp', (_, text) => expect(read(text)).toBeNull());

test.each([
  ['a space before a word is no zone', '2024-01-02 03:04:05 error', '1704164645000000000', ' error'],
  ['a separator dash is no zone', '2024-01-02 03:04:05 - root', '1704164645000000000', ' - root'],
  ['a comma without digits is no fraction', '2024-01-02 03:04:05, Info', '1704164645000000000', ', Info'],
  ['digits beyond the ninth are dropped', '2024-01-02 03:04:05.1234567899', '1704164645123456789', ''],
])('%s', (_, text, time, rest) => expect(read(text)).toEqual({ time, rest }));

test('a leap second is the first of the next minute', () => {
  expect(read('2016-12-31T23:59:60.25Z')?.time).toBe(read('2017-01-01T00:00:00.25Z')?.time);
});

describe('a missing year', () => {
  const year = (text: string, reference: number): number => {
    const bytes = new TextEncoder().encode(text);
    const out = { seconds: 0, nanos: 0 };
    expect(parseTime(bytes, 0, bytes.length, out, { referenceSeconds: reference / 1000 })).toBe(bytes.length);
    return new Date(out.seconds * 1000).getUTCFullYear();
  };
  test.each([
    ['the day itself', 'Nov 21 10:00:00', Date.UTC(2026, 10, 21), 2026],
    ['within the day of grace', 'Nov 22 00:00:00', Date.UTC(2026, 10, 21), 2026],
    ['beyond the day of grace', 'Nov 22 00:00:01', Date.UTC(2026, 10, 21), 2025],
    ['December read in January', 'Dec 31 23:59:59', Date.UTC(2026, 0, 1), 2025],
    ['January 1 read on December 31', 'Jan  1 00:00:00', Date.UTC(2025, 11, 31), 2026],
    ['Feb 29 in a common year', 'Feb 29 12:00:00', Date.UTC(2027, 5, 1), 2024],
    ['Feb 29 after a centenary that is no leap year', 'Feb 29 12:00:00', Date.UTC(2103, 5, 1), 2096],
  ])('%s', (_, text, reference, expected) => expect(year(text, reference)).toBe(expected));

  test('lies in the year that ends a day after the reference', () => {
    const moment = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 364 * 86_400 - 1 }), (reference, age) => {
        const then = new Date((reference - age) * 1000);
        fc.pre(then.getTime() > 0 && !(then.getUTCMonth() === 1 && then.getUTCDate() === 29));
        const [, day, month, , time] = /, (\d+) (\w+) (\d+) (\S+)/.exec(then.toUTCString()) ?? [];
        expect(year(`${month} ${day} ${time}`, reference * 1000)).toBe(then.getUTCFullYear());
      }),
    );
  });
});

describe('agrees with Date to the millisecond', () => {
  const dates = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  const expected = (date: Date): string => String(BigInt(date.getTime()) * 1_000_000n);

  test.each([
    ['ISO', (date: Date) => date.toISOString()],
    [
      'ISO with a space and a comma',
      (date: Date) => date.toISOString().replace('T', ' ').replace('.', ',').slice(0, -1),
    ],
    [
      'dots and dashes',
      (date: Date) => date.toISOString().replace('T', '-').replaceAll(':', '.').slice(0, -1),
    ],
  ])('%s', (_, write) => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(read(write(date))).toEqual({ time: expected(date), rest: '' });
      }),
    );
  });

  test('with any zone', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 0, max: 18 }),
        fc.integer({ min: 0, max: 59 }),
        fc.boolean(),
        (date, h, m, east) => {
          const two = (n: number): string => String(n).padStart(2, '0');
          const text = `${date.toISOString().slice(0, -1)}${east ? '+' : '-'}${two(h)}:${two(m)}`;
          const offset = (h * 60 + m) * 60_000 * (east ? 1 : -1);
          expect(read(text)?.time).toBe(expected(new Date(date.getTime() - offset)));
        },
      ),
    );
  });

  test('epoch in every unit', () => {
    fc.assert(
      fc.property(fc.bigInt(1_000_000_000n * 10n ** 9n, 4_102_444_799n * 10n ** 9n), (nanos) => {
        for (const drop of [0, 3, 6, 9]) {
          const text = String(nanos).slice(0, 19 - drop);
          expect(read(text)?.time).toBe(text.padEnd(19, '0'));
        }
      }),
    );
  });
});

test('any bytes: no shape throws, and what it reads lies within the text', () => {
  const alphabet = fc.constantFrom(...'0123456789-/.:, TZ+JanSu');
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 40 }), (chars) => {
      const found = read(chars.join(''));
      if (found !== null) expect(found.rest.length).toBeLessThan(chars.length);
    }),
    { numRuns: 2000 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTime } from '../../../src/engine/time/time-shapes';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;

/** The moment as ISO to the nanosecond, and the bytes behind the stamp. */
function read(text: string, dayFirst?: boolean): [moment: string, rest: string] | null {
  const bytes = Buffer.from(text);
  const out = { seconds: 0, nanos: 0 };
  const after = parseTime(bytes, 0, bytes.length, out, { referenceSeconds, dayFirst });
  if (after < 0) return null;
  const whole = new Date(out.seconds * 1000).toISOString().slice(0, 19);
  return [`${whole}.${String(out.nanos).padStart(9, '0')}`, bytes.toString('utf8', after)];
}

describe('zones', () => {
  test.each([
    ['Z', '2026-06-12T05:41:07Z', '05:41:07', ''],
    ['an offset with a colon', '2026-06-12T05:41:07+08:00', '21:41:07', ''],
    ['without one', '2026-06-12T05:41:07+0800', '21:41:07', ''],
    ['of hours', '2026-06-12T05:41:07-08', '13:41:07', ''],
    ['of half an hour', '2026-06-12 05:41:07 +0530', '00:11:07', ''],
    ['UTC', '2026-06-12 05:41:07 UTC', '05:41:07', ''],
    ['GMT', '2026-06-12 05:41:07 GMT', '05:41:07', ''],
    ['an offset from UTC', '2026-06-12 05:41:07 UTC+8', '21:41:07', ''],
    ['an offset from GMT', '2026-06-12 05:41:07 GMT-0130', '07:11:07', ''],
    ['of Apache', '12/Jun/2026:05:41:07 -0700', '12:41:07', ''],
    ['an ambiguous name is not applied', '2026-06-12 05:41:07 CST', '05:41:07', ' CST'],
    ['nor is a place', '2026-06-12 05:41:07 Europe/Berlin', '05:41:07', ' Europe/Berlin'],
    ['a session id is none', '2026-06-12 05:41:07 UTC-6a7b', '05:41:07', '-6a7b'],
  ])('%s', (_, text, time, rest) => {
    const found = read(text);
    expect(found?.[0].slice(11, 19)).toBe(time);
    expect(found?.[1]).toBe(rest);
  });
});

describe('fractions', () => {
  test.each([
    ['2026-06-12T09:41:07.5', '500000000'],
    ['2026-06-12T09:41:07,123456789', '123456789'],
    ['20260612-09:41:07:606', '606000000'],
    ['20260612-09:41:07:6', '006000000'],
    ['1781257267.000000001', '000000001'],
    ['1781257267123456789', '123456789'],
    ['1781257267123456', '123456000'],
    ['1781257267123', '123000000'],
    ['1781257267', '000000000'],
    ['12.06.2026 9:41:07,25', '250000000'],
    ['12/Jun/2026:09:41:07.25', '250000000'],
  ])('%s', (text, nanos) => expect(read(text)).toEqual([`2026-06-12T09:41:07.${nanos}`, '']));

  test('digits below the millisecond never go through Date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (nanos) => {
        const digits = String(nanos).padStart(9, '0');
        for (const text of [
          `2026-06-12T09:41:07.${digits}`,
          `06/12/2026 9:41:07,${digits}`,
          `1781257267${digits}`,
        ])
          expect(read(text)).toEqual([`2026-06-12T09:41:07.${digits}`, '']);
      }),
    );
  });
});

describe('halves of the day', () => {
  test.each([
    ['12:00:00 AM', '00:00:00'],
    ['12:30:00 PM', '12:30:00'],
    ['1:05:07 PM', '13:05:07'],
    ['01:05:07pm', '13:05:07'],
    ['1:05 p.m.', '13:05:00'],
    ['11:59:59\u202fPM', '23:59:59'],
    ['11:59:59\u00a0am', '11:59:59'],
  ])('%s', (text, time) => {
    expect(read(`06/12/2026 ${text}`)).toEqual([`2026-06-12T${time}.000000000`, '']);
    expect(read(`Jun 12, 2026 ${text}`)).toEqual([`2026-06-12T${time}.000000000`, '']);
  });

  test.each([
    ['2026-06-12 01:05:07 PM', '13:05:07', ''],
    ['2026-06-12 12:05:07.250 am', '00:05:07', ''],
    ['26/06/12 01:05:07 PM', '13:05:07', ''],
    ['12-Jun-2026 01:05:07 PM', '13:05:07', ''],
    ['12 Jun 2026 1:05:07 PM', '13:05:07', ''],
    ['12-Jun-2026 01:05:07 PM +0200', '11:05:07', ''],
    ['2026-06-12 13:05:07 PM', '13:05:07', ' PM'],
    ['2026-06-12 01:05:07 PM: suspend entry', '01:05:07', ' PM: suspend entry'],
    ['2026-06-12 01:05:07 pmie started', '01:05:07', ' pmie started'],
    ['2026-06-12 01:05:07  am', '01:05:07', '  am'],
  ])('behind stamps that mostly count to 24: %s', (text, time, rest) => {
    expect(read(text)?.[0].slice(0, 19)).toBe(`2026-06-12T${time}`);
    expect(read(text)?.[1]).toBe(rest);
  });

  test.each(['13:05:07 PM', '0:05:07 AM', '00:05:07 PM'])('%s is no time of day', (text) =>
    expect(read(`06/12/2026 ${text}`)).toBeNull(),
  );

  test('a word that begins alike is none', () => {
    expect(read('06/12/2026 11:05:07 amps')).toBeNull();
    expect(read('06/12/2026 11:05:07 pump')?.[1]).toBe(' pump');
  });
});

describe('dates of two numbers and a year', () => {
  test.each([
    ['dots: the day first', '21.11.2026 13:05:07', undefined, '2026-11-21'],
    ['dots: whatever the log says', '03.04.2026 13:05:07', false, '2026-04-03'],
    ['slashes: the month first', '03/04/2026 13:05:07', undefined, '2026-03-04'],
    ['slashes: as the log says', '03/04/2026 13:05:07', true, '2026-04-03'],
    ['an impossible month is a day', '21/11/2026 13:05:07', false, '2026-11-21'],
    ['and the other way round', '11/21/2026 13:05:07', true, '2026-11-21'],
  ])('%s', (_, text, dayFirst, date) => {
    expect(read(text, dayFirst)).toEqual([`${date}T13:05:07.000000000`, '']);
  });

  test.each(['21.21.2026 13:05:07', '31/02/2026 13:05:07', '1.2.2026', '03/04/26', '10.1.2026.3 13:05:07'])(
    '%s is none',
    (text) => expect(read(text)).toBeNull(),
  );
});

test.each([
  ['2026年6月12日 09:41:07', ''],
  ['2026年06月12日9时41分7秒 信息', ' 信息'],
  ['2026年6月12日 09:41:07 [信息]', ' [信息]'],
])('a date in Chinese: %s', (text, rest) =>
  expect(read(text)).toEqual(['2026-06-12T09:41:07.000000000', rest]),
);

test.each([
  '2026年13月1日 00:00:00',
  '2026年6月12日',
  '2026年6月31日 00:00:00',
  '2026年6月12日 24时00分00秒',
  '2026年6月 00:00:00',
])('%s is no time stamp', (text) => expect(read(text)).toBeNull());

test.each([
  ['Fri 2026-06-12 09:41:07 CEST', ' CEST'],
  ['Fri Jun 12 09:41:07 CEST 2026', ''],
  ['Fri Jun 12 2026 11:41:07 GMT+0200 (Central European Summer Time)', ' (Central European Summer Time)'],
  ['Jun 12, 2026 9:41:07 AM', ''],
  ['Fri, 12 Jun 2026 09:41:07 GMT', ''],
  ['20260612T094107Z', ''],
  ['20260612 094107', ''],
])('%s', (text, rest) => expect(read(text)).toEqual(['2026-06-12T09:41:07.000000000', rest]));

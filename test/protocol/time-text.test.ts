import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationText, gapBetween, gapText, heatOf } from '../../src/protocol/gap-text';
import { clockIn, dateAndTimeIn, isZone, momentIn, zonedTime } from '../../src/protocol/time-text';

/** Nanoseconds since the epoch, in decimal. */
function at(iso: string, nanos = 0): string {
  return String(BigInt(Date.parse(iso)) * 1_000_000n + BigInt(nanos));
}

describe('a time in a zone', () => {
  const cases: readonly (readonly [utc: string, zone: string, shown: string, offset: string])[] = [
    ['2026-03-14T09:26:53Z', 'written', '2026-03-14 09:26:53', '+00:00'],
    ['2026-03-14T09:26:53Z', 'UTC', '2026-03-14 09:26:53', '+00:00'],
    ['2026-03-14T09:26:53Z', 'Asia/Shanghai', '2026-03-14 17:26:53', '+08:00'],
    ['2026-03-14T20:00:00Z', 'Asia/Kolkata', '2026-03-15 01:30:00', '+05:30'],
    ['2026-03-14T02:00:00Z', 'America/St_Johns', '2026-03-13 23:30:00', '-02:30'],
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29 01:59:59', '+01:00'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29 03:00:00', '+02:00'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25 02:30:00', '+02:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25 02:30:00', '+01:00'],
    ['1969-12-31T23:59:59Z', 'UTC', '1969-12-31 23:59:59', '+00:00'],
    ['2026-03-14T09:26:53Z', 'Nowhere/At_All', '2026-03-14 09:26:53', '+00:00'],
  ];
  for (const [utc, zone, shown, offset] of cases) {
    it(`${utc} in ${zone}`, () => {
      expect(dateAndTimeIn(at(utc), zone)).toBe(shown);
      expect(zonedTime(at(utc), zone)?.offset).toBe(offset);
    });
  }

  it('keeps all digits that say something', () => {
    const time = '2026-03-14T09:26:53Z';
    expect(clockIn(at(time), 'UTC')).toBe('09:26:53.000');
    expect(clockIn(at(time, 589_000_000), 'UTC')).toBe('09:26:53.589');
    expect(clockIn(at(time, 589_120_000), 'UTC')).toBe('09:26:53.589120');
    expect(clockIn(at(time, 1), 'Asia/Shanghai')).toBe('17:26:53.000000001');
    expect(clockIn('-1', 'UTC')).toBe('23:59:59.999999999');
  });

  it('is nothing where no calendar holds it', () => {
    expect(dateAndTimeIn('9'.repeat(30), 'UTC')).toBe('');
    expect(clockIn(`-${'9'.repeat(30)}`, 'Asia/Shanghai')).toBe('');
  });
});

describe('the moment a clock shows a time', () => {
  const cases: readonly (readonly [clock: string, zone: string, utc: string])[] = [
    ['2026-03-14T09:26:53Z', 'written', '2026-03-14T09:26:53Z'],
    ['2026-03-14T17:26:53Z', 'Asia/Shanghai', '2026-03-14T09:26:53Z'],
    ['2026-03-29T01:59:00Z', 'Europe/Berlin', '2026-03-29T00:59:00Z'],
    ['2026-03-29T03:00:00Z', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    // Set forward: no clock shows it.
    ['2026-03-29T02:30:00Z', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    // Set back: shown twice.
    ['2026-10-25T02:30:00Z', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-10-25T03:00:00Z', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
  ];
  for (const [clock, zone, utc] of cases) {
    it(`${clock} in ${zone}`, () => {
      expect(new Date(momentIn(Date.parse(clock), zone)).toISOString()).toBe(new Date(utc).toISOString());
    });
  }

  it('shows that time again, unless the clock leaves it out', () => {
    const hours = fc.integer({ min: 0, max: 24 * 365 * 10 });
    const zones = fc.constantFrom(
      'Asia/Tokyo',
      'Europe/Berlin',
      'America/Los_Angeles',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(hours, zones, (hour, zone) => {
        const clock = Date.UTC(2024, 0, 1, hour);
        const shown = zonedTime(String(BigInt(momentIn(clock, zone)) * 1_000_000n), zone);
        const back = Date.parse(`${shown?.date}T${shown?.clock}Z`);
        expect([0, 1_800_000, 3_600_000]).toContain(back - clock);
      }),
    );
  });
});

it('a zone is one that Intl knows, or a word of ours', () => {
  const known = ['written', 'local', 'UTC', 'Europe/Berlin', 'nonsense', ''].map(isZone);
  expect(known).toEqual([true, true, true, true, false, false]);
});

describe('the time between two lines', () => {
  const cases: readonly (readonly [milliseconds: number, text: string, heat: number])[] = [
    [0, '+0', 0],
    [0.000_04, '+40 ns', 0],
    [0.4, '+400 µs', 0],
    [0.000_999_9, '+1 µs', 0],
    [99.9, '+99.9 ms', 0],
    [100, '+100 ms', 1],
    [999.96, '+1 s', 1],
    [1250, '+1.25 s', 2],
    [12_345, '+12.3 s', 3],
    [59_990, '+1 min', 3],
    [60_000, '+1 min', 4],
    [185_000, '+3 min 5 s', 4],
    [7_200_000, '+2 h', 4],
    [273_600_000, '+3 d 4 h', 4],
    [-1250, '−1.25 s', 2],
    [-185_000, '−3 min 5 s', 4],
  ];
  for (const [milliseconds, text, heat] of cases) {
    it(text, () => {
      expect(gapText(milliseconds)).toBe(text);
      expect(heatOf(milliseconds)).toBe(heat);
    });
  }

  it('is exact to the nanosecond', () => {
    expect(gapBetween('1800000000000000001', '1800000000000000003')).toBe(0.000_002);
    expect(gapBetween('5000000', '2000000')).toBe(-3);
  });

  it('is not there where one has no time', () => {
    expect(gapBetween(null, '1')).toBeNull();
    expect(gapBetween('1', null)).toBeNull();
  });

  it('never has an empty part', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (milliseconds) => {
        expect(durationText(milliseconds)).toMatch(
          /^[1-9][\d.]* (?:ns|µs|ms|s|min|h|d)(?: [1-9]\d* (?:s|min|h))?$/,
        );
      }),
    );
  });
});

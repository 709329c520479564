import { describe, expect, it } from 'vitest';
import type { SourceSummary } from '../../../src/engine/model/analysis';
import { LogClock } from '../../../src/engine/tools/log-clock';

function clock(...zones: readonly (string | null)[]): LogClock {
  return new LogClock(zones.map((zone) => ({ role: 'log', zone })) as unknown as SourceSummary[]);
}

const nine = BigInt(Date.UTC(2026, 2, 14, 9)) * 1_000_000n;

describe('times told to a model', () => {
  it.each<[readonly (string | null)[], bigint, string]>([
    [['UTC'], nine, '2026-03-14T09:00:00Z'],
    [['UTC'], nine + 250_000_000n, '2026-03-14T09:00:00.250Z'],
    [['local'], nine, '2026-03-14T09:00:00'],
    [['+08:00', null], nine, '2026-03-14T17:00:00+08:00'],
    [['-03:30'], nine, '2026-03-14T05:30:00-03:30'],
    [['+08:00', 'UTC'], nine, '2026-03-14T09:00:00Z'],
    [[], -1n, '1969-12-31T23:59:59.999Z'],
    [['UTC'], 10n ** 30n, `${10n ** 30n} ns`],
  ])('in zones %j %s is %s', (zones, time, text) => {
    expect(clock(...zones).text(time)).toBe(text);
  });

  it.each<[string, string, bigint]>([
    ['2026-03-14T09:00:00Z', 'UTC', 1_000_000_000n],
    ['2026-03-14 09:00', 'UTC', 60_000_000_000n],
    ['2026-03-14T09:00:00.000', 'UTC', 1_000_000n],
    ['2026-03-14T17:00:00', '+08:00', 1_000_000_000n],
    ['2026-03-14T09:00:00Z', '+08:00', 1_000_000_000n],
    ['2026-03-14 12:00:00 +0300', 'local', 1_000_000_000n],
  ])('%s in a log of zone %s is nine, for as long as it says', (text, zone, length) => {
    expect(clock(zone).read(text)).toEqual({ from: nine, until: nine + length - 1n });
  });

  it.each(['', 'yesterday', '09:00', '2026-02-30', '2026-03-14T25:00', '2026-13-01', '14/03/2026'])(
    '%j is no time',
    (text) => {
      expect(clock('UTC').read(text)).toBeUndefined();
    },
  );
});

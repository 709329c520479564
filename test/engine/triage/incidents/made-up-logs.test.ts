import { describe, expect, it } from 'vitest';
import { incidentsIn, type Layout, layouts, lineOf, logOf, routine, type Said } from './incidents-in';

const services = ['storefront', 'pricing', 'ledger', 'courier', 'thumbnails'];

/** A trouble: what its origin says, then how often whoever calls it complains, every second. */
function cascade(
  from: number,
  origin: readonly (readonly [after: number, who: string, level: Said['level'], what: string])[],
  complaints: readonly (readonly [who: string, what: string])[],
  times: number,
): Said[] {
  const own = origin.map(([after, who, level, what]) => ({ at: from + after, who, level, what }));
  const last = Math.max(...own.map(({ at }) => at));
  const loud = Array.from({ length: times }, (_, i) =>
    complaints.map(([who, what]) => ({ at: last + 1 + i, who, level: 'error' as const, what })),
  );
  return [...own, ...loud.flat()];
}

const lockedLedger = cascade(
  900,
  [
    [0, 'ledger', 'info', 'vacuum of table bookings was put off'],
    [8, 'ledger', 'error', 'deadlock detected on table bookings, transaction rolled back'],
  ],
  [
    ['pricing', 'ledger answered 500, no price for the basket'],
    ['storefront', 'upstream pricing answered 502'],
  ],
  15,
);

const deadLink = cascade(
  905,
  [
    [0, 'courier', 'warn', 'uplink eth1 lost its carrier'],
    [4, 'courier', 'error', 'network is unreachable: no route to host depot'],
  ],
  [['storefront', 'no tracking: connection to courier timed out']],
  12,
);

describe.each(['brackets', 'json'] as const)('a cascade in a made-up log (%s)', (layout) => {
  const { text, lines } = logOf(layouts[layout], routine(services), lockedLedger);
  const { incidents } = incidentsIn(text);

  it('is one incident', () => expect(incidents).toHaveLength(1));

  it('begins with the odd notice before the first error', () => {
    expect(incidents[0].firstLine).toBe(lineOf(lines, 'vacuum'));
    expect(incidents[0].timeline[0]).toMatchObject({ role: 'first', line: lineOf(lines, 'vacuum') });
  });

  it('comes from the service that is blamed at the end of the chain, not from the loudest', () => {
    expect(incidents[0].services).toEqual(['ledger', 'pricing', 'storefront']);
    expect(incidents[0].loudest).not.toBe('ledger');
  });

  it('concerns what its origin says, however its callers put it', () => {
    expect(incidents[0].category).toBe('database');
  });

  it('tells its course in order, each kind once', () => {
    const told = incidents[0].timeline;
    expect(told.map(({ line }) => line)).toEqual(told.map(({ line }) => line).toSorted((a, b) => a - b));
    expect(told.map(({ count }) => count)).toContain(15);
  });
});

describe('two troubles at once', () => {
  const { text } = logOf(layouts.brackets, routine(services), lockedLedger, deadLink);
  const { incidents, findings } = incidentsIn(text);

  it('are two incidents, though one service complains of both', () => {
    expect(incidents.map((incident) => incident.services[0]).toSorted()).toEqual(['courier', 'ledger']);
  });

  it('share no finding', () => {
    const ids = incidents.flatMap((incident) => incident.findings);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => findings.some((finding) => finding.id === id))).toBe(true);
  });
});

describe('what was loud from the start', () => {
  const noise = Array.from({ length: 120 }, (_, i): Said => {
    return { at: 3 + i * 15, who: 'thumbnails', level: 'error', what: `picture ${i} is no picture` };
  });

  it('is no incident', () => {
    expect(incidentsIn(logOf(layouts.brackets, routine(services), noise).text).incidents).toEqual([]);
  });

  it('is ruled out beside one', () => {
    const { incidents } = incidentsIn(logOf(layouts.brackets, routine(services), noise, lockedLedger).text);
    expect(incidents).toHaveLength(1);
    expect(incidents[0].services).not.toContain('thumbnails');
    expect(incidents[0].ruledOut[0].values).toEqual(
      expect.arrayContaining(['thumbnails', expect.stringContaining('is no picture'), 120]),
    );
  });
});

describe('a log that says less', () => {
  it('without times is told by the distance of lines', () => {
    const { text, lines } = logOf(layouts.timeless, routine(services), lockedLedger);
    const { incidents } = incidentsIn(text);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({ start: null, end: null, firstLine: lineOf(lines, 'vacuum') });
  });

  it('of one program without names is told all the same', () => {
    const bare: Layout = (said) => layouts.brackets(said).replace(/ \[\w+\]/, '');
    const { incidents } = incidentsIn(logOf(bare, routine(['it']), lockedLedger).text);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({ services: [], loudest: null, category: 'database' });
  });

  it('without findings has no incidents', () => {
    expect(incidentsIn(logOf(layouts.brackets, routine(services)).text).incidents).toEqual([]);
  });
});

/** What a service says all the time, and says once as never before, shortly before others complain of it. */
const omens: readonly (readonly [what: string, usual: (i: number) => string, omen: string])[] = [
  ['a latency', (i) => `booked a page in ${30 + (i % 9)} ms`, 'booked a page in 4170 ms'],
  ['a counter that was always zero', () => 'writers: 0 blocked', 'writers: 3 blocked'],
];

describe('a first sign in the values', () => {
  it.each(omens)('may be %s', (_, usual, omen) => {
    const usually = Array.from({ length: 120 }, (_, i): Said => {
      return { at: 1 + i * 7, who: 'ledger', level: 'info', what: usual(i) };
    });
    const trouble = cascade(
      880,
      [[0, 'ledger', 'info', omen]],
      [['pricing', 'ledger answered 500, no price for the basket']],
      20,
    );
    const { text, lines } = logOf(layouts.brackets, routine(services), usually, trouble);
    const { incidents } = incidentsIn(text);
    expect(incidents).toHaveLength(1);
    expect(incidents[0].services[0]).toBe('ledger');
    expect(incidents[0].firstLine).toBe(lineOf(lines, omen));
  });
});

/** The same cascade by services of other names, and how its callers call the one it comes from. */
const names: readonly (readonly [origin: string, caller: string, complaint: string])[] = [
  ['ledger-service', 'pricing-service', 'request to ledger failed with status 503'],
  ['LedgerService', 'PricingService', 'call to LedgerService failed'],
  ['ledger-5d8c7b9f4-x7k2p', 'pricing-6c9d8b7f5-q4m8z', 'ledger answered 500'],
  ['ledger', 'pricing', 'POST http://ledger:8080/book failed: connection refused'],
  ['ledger', 'pricing', 'dial ledger.shop.svc.cluster.local:9000 failed: i/o timeout'],
  ['账本服务', '定价服务', '调用账本服务失败：连接被拒绝'],
];

describe('the service a trouble comes from', () => {
  it.each(names)('is %s where %s says “%s”', (origin, caller, complaint) => {
    const trouble = cascade(
      900,
      [[0, origin, 'warn', 'write buffer is nearly full']],
      [[caller, complaint]],
      20,
    );
    const { incidents } = incidentsIn(logOf(layouts.json, routine([origin, caller, 'mirror']), trouble).text);
    expect(incidents).toHaveLength(1);
    expect(incidents[0].services[0]).toBe(origin);
  });
});

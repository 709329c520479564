import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type GeneratedLog,
  generateQuietLog,
  generateShopLog,
  generateUnusualLog,
  type ShopLogOptions,
} from '../../../src/engine/dataset/generator/shop-log';

const header =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (DEBUG|INFO |WARN |ERROR|FATAL) \[([a-z]+)\] \[(-|req-[0-9a-f]{12})\] (\S.*)$/;

interface ShopRecord {
  readonly time: string;
  readonly level: string;
  readonly service: string;
  readonly request: string;
  readonly message: string;
}

const linesOf = (log: GeneratedLog): string[] => log.text.slice(0, -1).split('\n');

function recordsOf(log: GeneratedLog): ShopRecord[] {
  return linesOf(log).flatMap((line) => {
    const found = header.exec(line);
    if (found === null) return [];
    const [, time, level, service, request, message] = found;
    return [{ time, level: level.trim(), service, request, message }];
  });
}

function shareOf(log: GeneratedLog, levels: readonly string[]): number {
  const records = recordsOf(log);
  return records.filter((record) => levels.includes(record.level)).length / records.length;
}

const kinds = {
  shop: generateShopLog,
  quiet: generateQuietLog,
  unusual: generateUnusualLog,
} satisfies Record<string, (options: ShopLogOptions) => GeneratedLog>;

/** What holds for any seed and any kind of log. */
function always(claim: (log: GeneratedLog) => void): void {
  const kind = fc.constantFrom(...Object.values(kinds));
  const anyLog = fc.tuple(kind, fc.integer()).map(([generate, seed]) => generate({ seed, records: 2_500 }));
  fc.assert(fc.property(anyLog, claim), { numRuns: 30 });
}

describe('any generated log', () => {
  it('never goes back in time, and spans most of 40 minutes', () => {
    always((log) => {
      const times = recordsOf(log).map((record) => record.time);
      expect(times).toEqual(times.toSorted());
      const minutes = (Date.parse(times[times.length - 1]) - Date.parse(times[0])) / 60_000;
      expect(minutes).toBeGreaterThan(38);
      expect(minutes).toBeLessThan(41);
    });
  });

  it('holds as many records as asked for, and at most a dozen more', () => {
    always((log) => {
      expect(recordsOf(log).length).toBeGreaterThanOrEqual(2_500);
      expect(recordsOf(log).length).toBeLessThanOrEqual(2_512);
    });
  });

  it('fills every placeholder, and writes printable ASCII only', () => {
    always((log) => {
      expect(log.text).toMatch(/^[\t\n\x20-\x7e]+\n$/);
      expect(log.text).not.toMatch(/\{\w+\}|undefined|NaN|null/);
    });
  });

  it('names no address outside the ranges kept for documentation', () => {
    always((log) => {
      const addresses = log.text.match(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g) ?? [];
      const outside = addresses.filter((address) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address));
      expect(addresses).not.toEqual([]);
      expect(outside).toEqual([]);
    });
  });

  it('lets every request begin at the gateway', () => {
    always((log) => {
      const begun = new Set<string>();
      for (const { request, service } of recordsOf(log)) {
        if (request !== '-' && !begun.has(request)) expect(service).toBe('gateway');
        begun.add(request);
      }
    });
  });

  it.each(Object.entries(kinds))(
    'is the same bytes for the same seed, and others for another: %s',
    (_, generate) => {
      expect(generate({ seed: 11 })).toEqual(generate({ seed: 11 }));
      expect(generate({ seed: 11 }).text).not.toBe(generate({ seed: 12 }).text);
    },
  );

  it.each([1_999, 0, -1, Number.NaN])('cannot be had with %s records', (records) => {
    expect(() => generateShopLog({ seed: 1, records })).toThrow(RangeError);
  });
});

/** Incident by incident: what its worst line says, and what else must be among its lines. */
const planted = [
  {
    name: 'orders-database-pool',
    category: 'resource-exhaustion',
    worst: /ERROR \[orders\] .*connection pool orders-db exhausted/,
    says: [
      /WARN .*18 of 20 in use/,
      /^com\.example\S+TimeoutException/,
      /^\tat /,
      /\[cart\]/,
      /\[gateway\] .*503/,
    ],
  },
  {
    name: 'payments-acquirer-certificate',
    category: 'expired-certificate',
    worst: /ERROR \[payments\] .*TLS handshake .*certificate has expired/,
    says: [/^Caused by: .*CertificateExpiredException/, /declined upstream/, /\[gateway\] .*502/],
  },
  {
    name: 'mailer-out-of-memory',
    category: 'out-of-memory',
    worst: /FATAL \[mailer\] .*Out of memory/,
    says: [
      /WARN .*Heap at/,
      /^java\.lang\.OutOfMemoryError/,
      /exit code 137/,
      /Restarting mailer/,
      /messages are lost/,
    ],
  },
];

describe('the planted incidents', () => {
  const failing = /^\S+ (ERROR|FATAL)|^\tat |^Caused by|Exception/;
  const mild = /^\S+ (DEBUG|INFO) /;
  const anyShop = fc.integer().map((seed) => generateShopLog({ seed }));

  it.each(planted)('hold what they say: $name', ({ name, category, worst, says }) => {
    const log = generateShopLog({ seed: 5 });
    const lines = linesOf(log);
    const incident = log.incidents.find((each) => each.name === name)!;
    const own = incident.lines.map((line) => lines[line - 1]);
    expect(incident.category).toBe(category);
    expect(lines[incident.worstLine - 1]).toMatch(worst);
    for (const pattern of says)
      expect(
        own.some((line) => pattern.test(line)),
        String(pattern),
      ).toBe(true);
  });

  it('are three of 8 to 40 lines, one after the other, and under 2 % of the log', () => {
    fc.assert(
      fc.property(anyShop, (log) => {
        const all = log.incidents.flatMap((incident) => incident.lines);
        expect(log.incidents.map((incident) => incident.name)).toEqual(planted.map((each) => each.name));
        expect(all).toEqual([...new Set(all)].toSorted((a, b) => a - b));
        expect(all.length / linesOf(log).length).toBeLessThan(0.02);
        for (const { lines, firstLine, worstLine } of log.incidents) {
          expect(lines.length).toBeGreaterThanOrEqual(8);
          expect(lines.length).toBeLessThanOrEqual(40);
          expect(firstLine).toBe(lines[0]);
          expect(lines).toContain(worstLine);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('hold every error and every stack trace of the log, and nothing milder than a warning', () => {
    fc.assert(
      fc.property(anyShop, (log) => {
        const own = new Set(log.incidents.flatMap((incident) => incident.lines));
        const linesLike = (pattern: RegExp) =>
          linesOf(log).flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));
        expect(linesLike(failing).filter((line) => !own.has(line))).toEqual([]);
        expect(linesLike(mild).filter((line) => own.has(line))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('stop the work that needs what is broken', () => {
    const log = generateShopLog({ seed: 5, records: 20_000 });
    const lines = linesOf(log);
    const [pool, certificate] = log.incidents;
    const during = (from: number, to: number) => lines.slice(from - 1, to).join('\n');
    expect(during(pool.firstLine, pool.lines[pool.lines.length - 1])).not.toMatch(/Order \d+ confirmed/);
    expect(during(certificate.firstLine, certificate.lines[certificate.lines.length - 1])).not.toMatch(
      /Payment \S+ accepted/,
    );
    expect(log.text).toMatch(/Order \d+ confirmed/);
    expect(log.text).toMatch(/Payment \S+ accepted/);
  });
});

describe('the shop', () => {
  const log = generateShopLog({ seed: 5 });

  it('is written by all ten services, in thousands of records', () => {
    expect(new Set(recordsOf(log).map((record) => record.service)).size).toBe(10);
    expect(recordsOf(log).length).toBeGreaterThan(6_000);
  });

  it('is busy at times: its fullest ten seconds hold twice the average or more', () => {
    const perTenSeconds = new Map<string, number>();
    for (const { time } of recordsOf(log)) {
      const tenSeconds = time.slice(0, 18);
      perTenSeconds.set(tenSeconds, (perTenSeconds.get(tenSeconds) ?? 0) + 1);
    }
    const counts = [...perTenSeconds.values()];
    const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(Math.max(...counts)).toBeGreaterThan(2 * average);
  });
});

describe('the quiet log', () => {
  it('has no incident and no error, and a benign warning in at most 1 % of its records', () => {
    const anyQuiet = fc.integer().map((seed) => generateQuietLog({ seed }));
    fc.assert(
      fc.property(anyQuiet, (log) => {
        expect(log.incidents).toEqual([]);
        expect(shareOf(log, ['ERROR', 'FATAL'])).toBe(0);
        expect(shareOf(log, ['WARN'])).toBeGreaterThan(0);
        expect(shareOf(log, ['WARN'])).toBeLessThan(0.01);
      }),
      { numRuns: 10 },
    );
  });
});

describe('the unusual log', () => {
  it('is in error in more than 5 % of its lines', () => {
    const anyUnusual = fc.integer().map((seed) => generateUnusualLog({ seed }));
    fc.assert(
      fc.property(anyUnusual, (log) => {
        const errors = recordsOf(log).filter((record) => record.level === 'ERROR').length;
        expect(errors / linesOf(log).length).toBeGreaterThan(0.05);
      }),
      { numRuns: 10 },
    );
  });
});

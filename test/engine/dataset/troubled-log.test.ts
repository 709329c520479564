import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayoutName, layouts } from '../../../src/engine/dataset/generator/layouts';
import { generateTroubledLog, type TroubledLog } from '../../../src/engine/dataset/generator/troubled-log';
import { type TroublePreset, troublePresets } from '../../../src/engine/dataset/generator/troubles/plan';
import { troubleTable } from '../../../src/engine/dataset/generator/troubles/trouble-table';
import { categories } from '../../../src/engine/model/finding';

const linesOf = (log: TroubledLog): string[] => log.text.slice(0, -1).split('\n');
const failure = /^\S+ (?:ERROR|FATAL) \[([a-z]+)\]/;

/** The services that write the errors among some lines, one entry an error. */
function complaining(log: TroubledLog, lines: readonly number[]): string[] {
  const all = linesOf(log);
  return lines.flatMap((line) => failure.exec(all[line - 1])?.[1] ?? []);
}

function always(presets: readonly TroublePreset[], claim: (log: TroubledLog) => void): void {
  const options = fc.record({ seed: fc.integer(), preset: fc.constantFrom(...presets) });
  fc.assert(
    fc.property(options, (each) => {
      claim(generateTroubledLog({ ...each, records: 4_000 }));
    }),
    { numRuns: 25 },
  );
}

describe('troubles in the shop’s log', () => {
  it.each([
    ['single', 1],
    ['cascade', 1],
    ['several', 3],
    ['overlapping', 2],
  ] as const)('are as many as the preset says: %s', (preset, count) => {
    always([preset], (log) => expect(log.troubles).toHaveLength(count));
  });

  it('have lines of their own, the first and the worst among them', () => {
    always(troublePresets, (log) => {
      const all = [...log.troubles.flatMap(({ lines }) => lines), ...log.noise];
      expect(new Set(all).size).toBe(all.length);
      for (const { lines, firstLine, worstLine } of log.troubles) {
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        expect(firstLine).toBe(lines[0]);
        expect(lines).toContain(worstLine);
      }
    });
  });

  it('hold every error of the log that is no old noise', () => {
    always(troublePresets, (log) => {
      const known = new Set([...log.troubles.flatMap(({ lines }) => lines), ...log.noise]);
      const errors = linesOf(log).flatMap((line, index) => (failure.test(line) ? [index + 1] : []));
      expect(errors.filter((line) => !known.has(line))).toEqual([]);
    });
  });

  it('of a cascade are told ten times by the callers for each time by the service they come from', () => {
    always(['cascade'], (log) => {
      const [{ service, lines }] = log.troubles;
      const voices = complaining(log, lines);
      const own = voices.filter((voice) => voice === service).length;
      expect(own).toBeGreaterThan(0);
      expect(voices.length - own).toBeGreaterThanOrEqual(10 * own);
    });
  });

  it('of a cascade begin with the service they come from, before the first error', () => {
    always(['cascade'], (log) => {
      const [{ service, firstLine, lines }] = log.troubles;
      expect(linesOf(log)[firstLine - 1]).toContain(`[${service}]`);
      expect(linesOf(log)[firstLine - 1]).not.toMatch(failure);
      expect(complaining(log, lines)[0]).toBe(service);
    });
  });

  it('begin within two minutes of each other where they are to overlap, in services that do not call each other', () => {
    always(['overlapping'], (log) => {
      const [one, other] = log.troubles;
      expect(other.service).not.toBe(one.service);
      const [begun, begunToo] = [one, other].map(({ firstLine }) =>
        Date.parse(linesOf(log)[firstLine - 1].slice(0, 24)),
      );
      // A job that stopped shows where its next run is missing.
      const isSilent = log.troubles.some(({ kind }) => kind === 'job-stopped');
      expect(Math.abs(begunToo - begun)).toBeLessThan(isSilent ? 242_000 : 122_000);
    });
  });

  it('are accompanied by noise that was there from the start and stays', () => {
    always(['cascade', 'several', 'overlapping'], (log) => {
      const lines = linesOf(log).length;
      expect(log.noise[0]).toBeLessThan(lines * 0.2);
      expect(log.noise[log.noise.length - 1]).toBeGreaterThan(lines * 0.75);
    });
  });

  it.each(troubleTable.map(({ kind }) => kind))('can be asked for by kind: %s', (kind) => {
    const [planted] = generateTroubledLog({ seed: 5, kinds: [kind] }).troubles;
    expect(planted.kind).toBe(kind);
    expect(categories).toContain(planted.category);
  });

  it('of a kind nobody knows cannot be had', () => {
    expect(() => generateTroubledLog({ seed: 5, kinds: ['gremlins'] })).toThrow(RangeError);
  });

  it('come from every category, and every kind is drawn sooner or later', () => {
    const seeds = Array.from({ length: 60 }, (_, seed) => seed);
    const drawn = seeds.flatMap((seed) =>
      generateTroubledLog({ seed, preset: 'several', records: 2_000 }).troubles.map(({ kind }) => kind),
    );
    expect(new Set(drawn)).toEqual(new Set(troubleTable.map(({ kind }) => kind)));
    expect(new Set(troubleTable.map(({ category }) => category))).toEqual(new Set(categories));
  });
});

describe('a layout', () => {
  it.each(Object.keys(layouts) as LayoutName[])(
    'tells the same events, one record a header: %s',
    (layout) => {
      const usual = generateTroubledLog({ seed: 8, preset: 'several' });
      const log = generateTroubledLog({ seed: 8, preset: 'several', layout });
      const shape = ({ kind, service }: TroubledLog['troubles'][number]) => [kind, service];
      expect(log.troubles.map(shape)).toEqual(usual.troubles.map(shape));
      expect(log.text).toMatch(/^[\t\n\x20-\x7e]+\n$/);
      for (const { worstLine } of log.troubles) expect(linesOf(log)[worstLine - 1]).toMatch(/2026-03-14T/);
    },
  );
});

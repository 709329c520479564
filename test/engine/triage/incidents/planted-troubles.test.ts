import { describe, expect, it } from 'vitest';
import type { LayoutName } from '../../../../src/engine/dataset/generator/layouts';
import {
  generateTroubledLog,
  type PlantedTrouble,
} from '../../../../src/engine/dataset/generator/troubled-log';
import type { Incident } from '../../../../src/engine/model/incident';
import { incidentsIn, type Told } from './incidents-in';

const seeds = [101, 102, 103];

function incidentsOf(trouble: PlantedTrouble, { incidents, findings }: Told): Incident[] {
  const lines = new Set(trouble.lines);
  const own = new Set(findings.filter(({ line }) => lines.has(line)).map(({ id }) => id));
  return incidents.filter((incident) => incident.findings.some((id) => own.has(id)));
}

describe.each(['bracketed', 'json', 'syslog'] satisfies LayoutName[])('a planted cascade (%s)', (layout) => {
  it.each(seeds)(
    'is one incident of the service it comes from, its first sign included (seed %d)',
    (seed) => {
      const { text, troubles } = generateTroubledLog({ seed, preset: 'cascade', layout });
      const [trouble] = troubles;
      const told = incidentsIn(text);
      const [incident, ...others] = incidentsOf(trouble, told);
      expect(others).toEqual([]);
      expect(incident.services[0]).toBe(trouble.service);
      expect(incident.loudest).not.toBe(trouble.service);
      expect(incident.category).toBe(trouble.category);
      expect(incident.severity).toBe(trouble.severity);
      expect(incident.ruledOut).not.toEqual([]);
    },
  );
});

describe('troubles at once', () => {
  it.each(seeds)('are told apart (seed %d)', (seed) => {
    const { text, troubles } = generateTroubledLog({ seed, preset: 'overlapping' });
    const told = incidentsIn(text);
    const each = troubles.map((trouble) => incidentsOf(trouble, told).map(({ id }) => id));
    for (const ids of each) expect(ids).toHaveLength(1);
    expect(new Set(each.flat()).size).toBe(troubles.length);
  });
});

describe('any incident', () => {
  it.each(seeds)(
    'is told in at most twenty lines in order, the first and the worst among them (seed %d)',
    (seed) => {
      const told = incidentsIn(generateTroubledLog({ seed, preset: 'several' }).text);
      for (const { timeline, firstLine, worstLine, findings } of told.incidents) {
        const lines = timeline.map(({ line }) => line);
        expect(lines.length).toBeLessThanOrEqual(20);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        expect(lines).toEqual(expect.arrayContaining([firstLine, worstLine]));
        expect(findings.length).toBeGreaterThan(0);
        expect(timeline.every(({ text }) => text.length <= 300)).toBe(true);
      }
    },
  );

  it.each(seeds)(
    'stays the same when the log is analysed again, and has no finding of another (seed %d)',
    (seed) => {
      const { text } = generateTroubledLog({ seed, preset: 'several' });
      const { incidents } = incidentsIn(text);
      expect(incidentsIn(text).incidents).toEqual(incidents);
      const ids = incidents.flatMap((incident) => incident.findings);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});

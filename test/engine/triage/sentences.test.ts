import { describe, expect, it } from 'vitest';
import { reasonPatterns } from '../../../src/engine/triage/sentences';
import { buildLog, rowsOf } from '../log-builder';
import { runTriage } from './run-triage';

describe('sentences', () => {
  it('are written once each, with places numbered from 0', () => {
    expect(new Set(reasonPatterns).size).toBe(reasonPatterns.length);
    for (const pattern of reasonPatterns) {
      const places = [...pattern.matchAll(/\{(\d+)\}/g)].map((match) => Number(match[1])).sort();
      expect(places, pattern).toEqual(places.map((_, i) => i));
    }
  });

  it('of findings are all in the list, each with a value for every place', () => {
    const rows = rowsOf(500, (i) => ({
      text: `tick ${i}`,
      at: i,
      ...(i % 100 === 99 ? { text: 'disk full', lines: 3 } : {}),
    }));
    const { findings, strangest } = runTriage(buildLog({ rows }));
    const said = [...findings, ...strangest].flatMap(({ reasons }) =>
      reasons.flatMap(({ message, evidence }) => [message, ...evidence.map(({ note }) => note)]),
    );
    expect(said.length).toBeGreaterThan(0);
    for (const { pattern, values } of said) {
      expect(reasonPatterns).toContain(pattern);
      expect(values).toHaveLength([...pattern.matchAll(/\{\d+\}/g)].length);
    }
  });
});

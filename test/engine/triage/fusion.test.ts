import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceKind } from '../../../src/engine/detectors/detector-table';
import type { Severity } from '../../../src/engine/model/finding';
import type { RecordIndex } from '../../../src/engine/model/units';
import { Fusion } from '../../../src/engine/triage/fusion';
import { findingThreshold } from '../../../src/engine/triage/sensitivity';
import { severityOf } from '../../../src/engine/triage/severity';

function fused(...columns: (readonly [EvidenceKind, number])[]): number {
  const judges = columns.map(([kind, score]) => ({ kind, detector: { scoreOf: () => score } }));
  return new Fusion(judges).score(0 as RecordIndex);
}

const cases: readonly (readonly [string, number, number])[] = [
  ['nothing', fused(), 0],
  ['one detector: its score', fused(['content', 0.25]), 0.25],
  ['one kind of evidence: the strongest, not the sum', fused(['frequency', 0.5], ['frequency', 0.25]), 0.5],
  ['two kinds: each may be right', fused(['content', 0.5], ['frequency', 0.5]), 0.75],
];

describe('fusion', () => {
  it.each(cases)('%s', (_, score, expected) => expect(score).toBeCloseTo(expected));

  it('of scores that are known is the same to the last bit', () => {
    const kinds = fc.constantFrom<EvidenceKind>('content', 'frequency', 'volume', 'value', 'sequence');
    const score = fc.float({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, score), { maxLength: 8 }), (columns) => {
        const judges = columns.map(([kind, one]) => ({ kind, detector: { scoreOf: () => one } }));
        const scores = columns.map(([, one]) => one);
        expect(new Fusion(judges).scoreFrom(scores)).toBe(fused(...columns));
      }),
    );
  });

  it('stays within 0 and 1 and never falls below its strongest detector', () => {
    const score = fc.float({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(score, score, score, (a, b, c) => {
        const result = fused(['content', a], ['frequency', b], ['frequency', c]);
        expect(result).toBeLessThanOrEqual(1);
        expect(result).toBeGreaterThanOrEqual(Math.max(a, b, c) - 1e-12);
      }),
    );
  });
});

const severities: readonly (readonly [number, Severity])[] = [
  [findingThreshold, 'low'],
  [0.6, 'medium'],
  [0.75, 'high'],
  [0.9, 'critical'],
  [1, 'critical'],
];

describe('severity', () => {
  it.each(severities)('of %d is %s', (score, severity) => expect(severityOf(score)).toBe(severity));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BaselineComparison } from '../../../src/engine/features/baseline-comparison';
import type { SignatureId, TemplateId } from '../../../src/engine/model/units';
import { buildLog, type Row, rowsOf, statisticsOf } from '../log-builder';

const letters = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const poll: Row = { text: 'poll' };

function comparisonOf(baseline: readonly Row[], log: readonly Row[]): BaselineComparison {
  return new BaselineComparison(statisticsOf(buildLog({ role: 'baseline', rows: baseline }, { rows: log })));
}

interface Case {
  readonly log: readonly [count: number, records: number];
  readonly baseline: readonly [count: number, records: number];
  readonly alike: boolean;
}

const cases: readonly Case[] = [
  { log: [300, 1_000], baseline: [250, 1_000], alike: true },
  { log: [30, 1_000], baseline: [10, 1_000], alike: true },
  { log: [60, 1_000], baseline: [10, 1_000], alike: false },
  { log: [4, 1_000], baseline: [1, 1_000], alike: true },
  { log: [12, 1_000], baseline: [1, 1_000], alike: false },
  { log: [1, 1_000], baseline: [1, 50_000], alike: true },
  { log: [5, 1_000], baseline: [1, 50_000], alike: false },
  { log: [1, 1_000], baseline: [0, 1_000], alike: false },
  { log: [1_000, 1_000], baseline: [1_000, 1_000], alike: true },
  { log: [1_000, 1_000], baseline: [10, 1_000], alike: false },
];

describe('a count beside the baseline’s', () => {
  it.each(cases)('$log beside $baseline is alike: $alike', ({ log, baseline, alike }) => {
    const comparison = comparisonOf(
      rowsOf(baseline[1], () => poll),
      rowsOf(log[1], () => poll),
    );
    expect(comparison.isLike(log[0], baseline[0])).toBe(alike);
  });

  it('is alike where the shares are the same, and stays unlike where it grows', () => {
    const comparison = comparisonOf(
      rowsOf(2_000, () => poll),
      rowsOf(1_000, () => poll),
    );
    const counts = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(counts, ([inBaseline, inLog]) => {
        expect(comparison.isLike(inBaseline, 2 * inBaseline)).toBe(true);
        if (!comparison.isLike(inLog, inBaseline)) {
          expect(comparison.isLike(inLog + 1, inBaseline)).toBe(false);
        }
      }),
    );
  });
});

describe('wordings', () => {
  const first = 0 as TemplateId;
  const lastWording = (comparison: BaselineComparison, signatures: number) =>
    comparison.wordingIsUsual((signatures - 1) as SignatureId);

  it('new ones are usual where the baseline has ever new ones', () => {
    const names = (from: number) => rowsOf(50, (i) => ({ text: `user {${letters(from + i)}} signed in` }));
    const comparison = comparisonOf(names(0), names(100));
    expect(comparison.templateIsUsual(first)).toBe(true);
    expect(lastWording(comparison, 100)).toBe(true);
  });

  it('a new one is not, where the baseline has always the same', () => {
    const ok = rowsOf(50, () => ({ text: 'health check {ok}' }));
    const comparison = comparisonOf(ok, [...ok, { text: 'health check {late}' }]);
    expect(comparison.templateIsUsual(first)).toBe(true);
    expect(lastWording(comparison, 2)).toBe(false);
  });

  it('a known one is not, where it has become the rule', () => {
    const checks = (late: number) =>
      rowsOf(100, (i) => ({ text: `health check {${i < late ? 'late' : 'ok'}}` }));
    const comparison = comparisonOf([...checks(0), ...checks(1)], checks(80));
    expect(lastWording(comparison, 2)).toBe(false);
  });
});

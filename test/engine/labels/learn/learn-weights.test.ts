import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelVerdict } from '../../../../src/engine/labels/label';
import type { LearnedWeights, LearningOutcome } from '../../../../src/engine/labels/label-report';
import { foldsOf, hasVerdict, unitsOf } from '../../../../src/engine/labels/learn/folds';
import { labelledGroups } from '../../../../src/engine/labels/learn/labelled-groups';
import { learnWeights } from '../../../../src/engine/labels/learn/learn-weights';
import { type ScoredRecord, scoredLog, toTheEnd } from './scored-log';

function learnt(records: readonly ScoredRecord[], verdicts: readonly LabelVerdict[]): LearningOutcome {
  const { scoring, log } = scoredLog(records, verdicts);
  return toTheEnd(learnWeights(scoring, log));
}

function weightsOf(outcome: LearningOutcome): LearnedWeights {
  if (outcome.kind === 'too-little') throw new Error(outcome.why.pattern);
  return outcome.learned;
}

/** One record a label, each of a template of its own. */
function labelled(
  ...parts: readonly (readonly [LabelVerdict, number, readonly [number, number, number]])[]
): [ScoredRecord[], LabelVerdict[]] {
  const verdicts = parts.flatMap(([verdict, count]) => Array.from({ length: count }, () => verdict));
  const scores = parts.flatMap(([, count, own]) => Array.from({ length: count }, () => own));
  return [scores.map((own, label) => ({ template: label, label, scores: own })), verdicts];
}

describe('weights learned of labels', () => {
  it('stop trusting a detector that people contradict, and are measured on what they did not learn from', () => {
    const [records, verdicts] = labelled(['anomalous', 10, [0.7, 0, 0]], ['normal', 10, [0, 0.7, 0]]);
    const { weights, before, after, folds, groups } = weightsOf(learnt(records, verdicts));
    expect(weights.level).toBeGreaterThan(5 * (weights.rarity ?? 0));
    expect(before).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3 });
    expect(after).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect([folds, groups]).toEqual([5, 20]);
  });

  it('find what people call anomalous below the threshold', () => {
    const [records, verdicts] = labelled(['anomalous', 10, [0.4, 0, 0]], ['normal', 10, [0.1, 0.1, 0]]);
    const { before, after } = weightsOf(learnt(records, verdicts));
    expect(before).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(after.f1).toBe(1);
  });

  it('leave a detector alone of which no label speaks', () => {
    const [records, verdicts] = labelled(['anomalous', 10, [0.7, 0, 0]], ['normal', 10, [0.1, 0, 0]]);
    expect(weightsOf(learnt(records, verdicts)).weights.volume).toBeCloseTo(5, 4);
  });

  it('count a label once, however many records it holds for', () => {
    const [records, verdicts] = labelled(['anomalous', 6, [0.8, 0.1, 0]], ['normal', 6, [0.3, 0.6, 0]]);
    const many = [...records, ...Array.from({ length: 500 }, () => records[records.length - 1])];
    const [few, all] = [records, many].map((own) => weightsOf(learnt(own, verdicts)));
    expect(all).toEqual({ ...few, records: 512 });
  });

  it('take of a session what scores highest: the rest of a bad one is not bad', () => {
    const bad = (label: number): ScoredRecord[] => [
      { template: 100, label, scores: [0, 0.05, 0] },
      { template: label, label, scores: [0.8, 0, 0] },
    ];
    const [normal, verdicts] = labelled(['normal', 5, [0, 0.05, 0]]);
    const sessions = [5, 6, 7, 8, 9].flatMap(bad);
    const all: LabelVerdict[] = [...verdicts, ...sessions.map((): LabelVerdict => 'anomalous')];
    expect(weightsOf(learnt([...normal, ...sessions], all)).after).toEqual({
      precision: 1,
      recall: 1,
      f1: 1,
    });
  });

  const tooLittle: readonly (readonly [string, number, number])[] = [
    ['nothing', 0, 0],
    ['one verdict only', 12, 0],
    ['the other only', 0, 12],
    ['too few of one', 12, 4],
  ];
  it.each(tooLittle)('of %s: says how many are needed', (_, anomalous, normal) => {
    const [records, verdicts] = labelled(
      ['anomalous', anomalous, [0.8, 0, 0]],
      ['normal', normal, [0, 0.8, 0]],
    );
    const outcome = learnt(records, verdicts);
    expect(outcome.kind === 'too-little' ? outcome.why.values : []).toEqual([5, anomalous, normal]);
  });

  it('take labels on one template for one: they are no proof of each other', () => {
    const [records, verdicts] = labelled(['anomalous', 10, [0.8, 0, 0]], ['normal', 10, [0, 0.1, 0]]);
    const alike = records.map((record, i) => (i < 10 ? { ...record, template: 0 } : record));
    expect(learnt(alike, verdicts).kind).toBe('too-little');
  });

  const part = fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20);
  const record = fc.record({
    template: fc.integer({ min: 0, max: 30 }),
    label: fc.integer({ min: -1, max: 24 }),
    scores: fc.tuple(part, part, part),
  });
  const logs = fc.array(record, { minLength: 30, maxLength: 90 });
  const verdictOf = (label: number): LabelVerdict => (label % 2 === 0 ? 'anomalous' : 'normal');
  const verdicts = Array.from({ length: 25 }, (_, label) => verdictOf(label));

  it('are the same in whatever order the labels were given, and finite', () => {
    fc.assert(
      fc.property(logs, (records) => {
        const outcome = learnt(records, verdicts);
        const turned = records.map((own) => ({ ...own, label: own.label < 0 ? -1 : 24 - own.label }));
        expect(learnt(turned, verdicts.toReversed())).toEqual(outcome);
        if (outcome.kind === 'too-little') return;
        const { bias, weights, before, after } = outcome.learned;
        const numbers = [bias, ...Object.values(weights), ...Object.values(before), ...Object.values(after)];
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(Object.values(weights).every((weight) => weight >= 0)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('never measure a template by labels on the same, and see both verdicts in each fold', () => {
    fc.assert(
      fc.property(logs, (records) => {
        const { scoring, log } = scoredLog(records, verdicts);
        const units = unitsOf(toTheEnd(labelledGroups(scoring, log)).groups);
        const foldOf = foldsOf(units, 5);
        const foldsByUnit = new Map<string, Set<number>>();
        for (const [i, unit] of units.entries())
          for (const group of unit)
            foldsByUnit.set(group.unit, (foldsByUnit.get(group.unit) ?? new Set()).add(foldOf[i]));
        expect([...foldsByUnit.values()].every((folds) => folds.size === 1)).toBe(true);
        const anomalous = units.filter((unit) => hasVerdict(unit, true)).length;
        const withAnomalous = new Set(
          units.flatMap((unit, i) => (hasVerdict(unit, true) ? [foldOf[i]] : [])),
        );
        expect(withAnomalous.size).toBe(Math.min(5, anomalous));
      }),
      { numRuns: 50 },
    );
  });
});

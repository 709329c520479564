import type { ComparedRow, ComparisonColumns, ModelPage } from '../../../src/protocol/dashboard';
import type { ViewLine } from '../../../src/protocol/log-lines';
import type { DetectorEvaluation } from '../../../src/protocol/log-shape';

const row = (title: string, badCount: number, goodCount: number, line: number | null): ComparedRow => ({
  kind: goodCount === 0 ? 'new' : badCount === 0 ? 'vanished' : 'shifted',
  title,
  badCount,
  goodCount,
  line: line as ViewLine | null,
  reason: goodCount === 0 ? 'No good log has this line, and its level is error' : '',
});

/** A comparison of all kinds of rows: long, hostile, of a million records and of one; so many templates more. */
export function comparisonOf(more = 0): ComparisonColumns {
  return {
    bad: 'shop-2026-03-14.log',
    good: ['shop-2026-03-13.log'],
    stale: false,
    summary: '2 new stretches that tell of a failure, 9 lines in all, 1 template vanished',
    rows: [
      row('Till <number> is jammed: no answer from the drawer within <number> ms', 412, 0, 6120),
      row('Nightly stock of <number> shelves counted', 0, 1_240_318, null),
      row('</script><img src=x onerror="window.hacked=1"> \u202eevil', 38, 3.5, 12),
      row(`${'a very long sentence about the ovens '.repeat(7)}`, 9, 120, 99),
      row('Bell rang', 1, 0, 7),
      ...Array.from({ length: more }, (_, i) => row(`Shelf ${i} dusted`, 2 * i + 40, i + 10, i)),
    ],
  };
}

/** Points of a detector that is the better the higher `skill` (0 to 1). */
function detector(name: DetectorEvaluation['detector'], skill: number): DetectorEvaluation {
  const steps = Array.from({ length: 60 }, (_, i) => (i + 1) / 60);
  const recalled = steps.map((step) => step ** (1 - 0.8 * skill));
  const found = Math.round(100 * skill);
  const precision = found / (found + 40 * (1 - skill));
  return {
    detector: name,
    precision: found === 0 ? null : precision,
    recall: skill,
    f1: found === 0 ? null : (2 * precision * skill) / (precision + skill),
    rocAuc: 0.5 + skill / 2,
    averagePrecision: skill,
    confusion: {
      truePositives: found,
      falsePositives: Math.round(40 * (1 - skill)),
      trueNegatives: 120_000,
      falseNegatives: 100 - found,
    },
    roc: { falsePositiveRate: Float64Array.from(steps), truePositiveRate: Float64Array.from(recalled) },
    precisionRecall: {
      recall: Float64Array.from(steps),
      precision: Float64Array.from(steps, (step) => 1 - step ** (1 + 6 * skill) * (1 - skill / 2)),
    },
  };
}

/** A model judged by a baseline it has drifted from, held to labels. */
export function evaluatedModel(): ModelPage {
  return {
    facts: [
      { title: 'Records learned from', value: '120,140' },
      { title: 'Templates', value: '214' },
      { title: 'Detectors', value: 'template rarity, level and failure words, Isolation Forest, volume' },
      { title: 'A finding begins at', value: 'score 0.50' },
    ],
    sources: [
      { name: 'shop-2026-03-14.log', role: 'log', format: 'logback', records: 120_140, timed: 120_139 },
      {
        name: `${'very-long-name-'.repeat(8)}.log`,
        role: 'baseline',
        format: 'logback',
        records: 1,
        timed: 1,
      },
    ],
    drift: {
      hasDrifted: true,
      message: 'The log no longer looks like its baseline: learn it anew from a good log of today.',
      unknownShare: 0.21,
      usualUnknownShare: 0.04,
      excessShare: 0.02,
      usualExcessShare: 0.08,
      unknownTemplates: 18,
      goneTemplates: 3,
    },
    evaluation: {
      labels: 'labels.jsonl',
      isOwn: false,
      threshold: 0.5,
      records: 120_140,
      abnormal: 100,
      detectors: [
        detector('fused', 0.9),
        detector('rarity', 0.6),
        detector('level', 0.75),
        detector('volume', 0.2),
        { ...detector('sequence', 0), rocAuc: null },
      ],
      categories: [
        { category: 'disk', abnormal: 60, found: 58 },
        { category: '\u202eevil <b>', abnormal: 40, found: 12 },
      ],
    },
  };
}

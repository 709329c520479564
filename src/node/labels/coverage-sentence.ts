import type { LabelCoverage, LearnedWeights } from '../../engine/labels/label-report';
import type { Sentence } from '../../engine/model/finding';
import { grouped } from '../../protocol/sentence';

/** How much of a log the labels speak of, and what they make of the detectors; `measured` is cross-validated. */
export function coverageSentence(
  {
    labels,
    records,
    covered,
  }: Pick<LabelCoverage, 'records' | 'covered'> & {
    readonly labels: readonly unknown[];
  },
  measured: Pick<LearnedWeights, 'before' | 'after'> | null,
): Sentence {
  const share = percentOf(covered, records);
  const [one, count] = [labels.length === 1, grouped(labels.length)];
  if (labels.length === 0) return { pattern: 'No labels yet', values: [] };
  if (measured === null)
    return one
      ? { pattern: '1 label covers {0} of the records', values: [share] }
      : { pattern: '{0} labels cover {1} of the records', values: [count, share] };
  // Never one label: some of both verdicts are needed to measure anything.
  const { before, after } = measured;
  const precision = [before, after].map((measure) => measure.precision.toFixed(2));
  if (after.precision >= before.precision)
    return {
      pattern: '{0} labels cover {1} of the records · precision {2} → {3}, cross-validated',
      values: [count, share, ...precision],
    };
  // More is found at its cost: precision alone would read as if labels did harm.
  const recall = [before, after].map((measure) => measure.recall.toFixed(2));
  return {
    pattern: '{0} labels cover {1} of the records · precision {2} → {3}, recall {4} → {5}, cross-validated',
    values: [count, share, ...precision, ...recall],
  };
}

/** Neither 0 % where something is covered nor 100 % where something is not. */
function percentOf(covered: number, records: number): string {
  if (records === 0 || covered === 0) return '0 %';
  const percent = Math.round((100 * covered) / records);
  if (percent === 0) return '< 1 %';
  return percent === 100 && covered < records ? '> 99 %' : `${percent} %`;
}

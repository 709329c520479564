import type { Sentence } from '../../model/finding';
import { type SplitName, type SplitShares, splitNames } from '../split/split';
import type { CardLabels, DataCard, SplitCounts } from './data-card';

/** Of fewer examples a share says nothing. */
const fewestJudged = 20;
const rareShare = 0.1;

/** Sequences by part. */
function totalsOf(labels: readonly CardLabels[]): SplitCounts {
  const sum = (split: SplitName) => labels.reduce((total, { counts }) => total + counts[split], 0);
  return { train: sum('train'), validation: sum('validation'), test: sum('test') };
}

function totalOf(counts: DataCard['labels'][number]['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Sequences that are normal only since nobody said anything of them. */
export function unlabelledIn(labels: DataCard['labels']): number {
  return labels.reduce((sum, { labelledBy, counts }) => sum + (labelledBy === null ? totalOf(counts) : 0), 0);
}

/** What of the labels may spoil what is trained or measured, each with what to do. */
export function labelWarnings(labels: readonly CardLabels[], shares: SplitShares): Sentence[] {
  const of = (label: CardLabels['label']) => totalsOf(labels.filter((row) => row.label === label));
  const [normal, anomalous] = [of('normal'), of('anomalous')];
  const all = totalOf(normal) + totalOf(anomalous);
  if (all === 0) return [];
  const isEmpty = (split: SplitName) => normal[split] + anomalous[split] === 0;
  const empty = splitNames.filter((split) => shares[split] > 0 && isEmpty(split)).map(emptyPart);
  if (totalOf(anomalous) === 0) return [nothingAnomalous, ...empty];
  if (totalOf(normal) === 0) return [nothingNormal, ...empty];
  const lacking = splitNames
    .filter((split) => !isEmpty(split))
    .flatMap((split) => lacks(split, normal, anomalous));
  return [...rare(totalOf(normal), totalOf(anomalous)), ...empty, ...lacking];
}

const nothingAnomalous: Sentence = {
  pattern: 'No sequence is anomalous: nothing can be told apart by these labels.',
  values: [],
};
const nothingNormal: Sentence = {
  pattern: 'No sequence is normal: nothing can be told apart by these labels.',
  values: [],
};

function rare(normal: number, anomalous: number): Sentence[] {
  const all = normal + anomalous;
  if (all < fewestJudged)
    return [{ pattern: 'Too few sequences to learn from: {0}. Label more, or add logs.', values: [all] }];
  if (anomalous < all * rareShare)
    return [
      {
        pattern: 'Few sequences are anomalous: {0} of {1}. Balance them, or label more.',
        values: [anomalous, all],
      },
    ];
  if (normal < all * rareShare)
    return [
      {
        pattern: 'Few sequences are normal: {0} of {1}. Balance them, or label more.',
        values: [normal, all],
      },
    ];
  return [];
}

function emptyPart(split: SplitName): Sentence {
  return {
    pattern: 'The part {0} is empty, and has no file. Label more, add logs, or give it a larger share.',
    values: [split],
  };
}

/** A part without one of the labels measures nothing. */
function lacks(split: SplitName, normal: SplitCounts, anomalous: SplitCounts): Sentence[] {
  if (normal[split] === 0) return [{ pattern: 'The part {0} has no normal sequence.', values: [split] }];
  if (anomalous[split] === 0)
    return [{ pattern: 'The part {0} has no anomalous sequence.', values: [split] }];
  return [];
}

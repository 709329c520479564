import type { AnswerScore } from './answer-score';

/** Of all answers of a model; a share is null where there was nothing to be right about. */
export interface AnswerTotals {
  readonly answers: number;
  readonly causesNamed: Share;
  readonly withheldRightly: Share;
  /** Messages of the cause's own service with a line cited. */
  readonly signsCited: Share;
  /** Cited lines that were planted. */
  readonly citedPlanted: Share;
  readonly struck: Share;
}

export interface Share {
  readonly count: number;
  readonly of: number;
}

export function totalsOf(scores: readonly AnswerScore[]): AnswerTotals {
  return {
    answers: scores.length,
    causesNamed: shareOfTrue(scores.map(({ causeNamed }) => causeNamed)),
    withheldRightly: shareOfTrue(scores.map(({ withheld }) => withheld)),
    signsCited: { count: sum(scores, 'signsCited'), of: sum(scores, 'signs') },
    citedPlanted: { count: sum(scores, 'plantedCited'), of: sum(scores, 'linesCited') },
    struck: { count: sum(scores, 'struck'), of: sum(scores, 'citations') },
  };
}

function shareOfTrue(values: readonly (boolean | null)[]): Share {
  const known = values.filter((value) => value !== null);
  return { count: known.filter(Boolean).length, of: known.length };
}

function sum(
  scores: readonly AnswerScore[],
  key: 'signs' | 'signsCited' | 'linesCited' | 'plantedCited' | 'citations' | 'struck',
) {
  return scores.reduce((total, score) => total + score[key], 0);
}

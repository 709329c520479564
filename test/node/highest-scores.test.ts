import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/model/finding';
import { highestScores } from '../../src/node/highest-scores';

describe('highestScores', () => {
  it.each([
    [[0.5, 0.9, 0.7], 2, [0.9, 0.7]],
    [[0.9, 0.5, 0.7], 2, [0.9, 0.7]],
    [[0.1, 0.2], 5, [0.1, 0.2]],
    [[0.1, 0.2], Number.POSITIVE_INFINITY, [0.1, 0.2]],
    [[], 3, []],
  ])('of %j keeps %d in the order of the log', (scores, count, kept) => {
    const findings = scores.map((score) => ({ score }) as Finding);
    expect(highestScores(findings, count).map((finding) => finding.score)).toEqual(kept);
  });

  it('prefers the earlier of equals', () => {
    const findings = ['a', 'b', 'c'].map((id) => ({ id, score: 0.5 }) as Finding);
    expect(highestScores(findings, 2).map((finding) => finding.id)).toEqual(['a', 'b']);
  });
});

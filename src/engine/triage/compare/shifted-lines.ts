import { type BadLines, Mark } from './bad-lines';
import type { LineWordings, Wording } from './line-wordings';
import type { WordingCounts } from './wording-counts';

/** Up to so many times what the good log with the most has is like it. */
const likeTimes = 3;
/** A share that chance makes at least so often is like it too. */
const likelyByChance = 0.01;

/** A wording that good logs have far less of. */
export interface Shift {
  /** Where it first stands, from 0 in the bad log. */
  readonly line: number;
  readonly count: number;
  /** In the good log that has the most. */
  readonly goodCount: number;
  readonly good: WordingCounts;
  readonly wording: Wording;
}

/** Wordings that tell of a failure, stand in a good log, and are unlike all good logs in number and in share. */
export function shiftsOf(
  lines: BadLines,
  wordings: LineWordings,
  bad: WordingCounts,
  goods: readonly WordingCounts[],
): Shift[] {
  const shifts: Shift[] = [];
  const seen = new Set<Wording>();
  for (let line = 0; line < lines.count; line++) {
    if (lines.mark(line) !== Mark.known || lines.score(line) === 0) continue;
    const wording = wordings.at(lines.lineIndex(line));
    if (seen.has(wording)) continue;
    seen.add(wording);
    if (lines.wordsOf(line).isBareVerdict || !isUnlikeAll(wording, bad, goods)) continue;
    const good = goods.reduce((most, one) => (one.of(wording) > most.of(wording) ? one : most));
    shifts.push({ line, count: bad.of(wording), goodCount: good.of(wording), good, wording });
  }
  return shifts;
}

function isUnlikeAll(wording: Wording, bad: WordingCounts, goods: readonly WordingCounts[]): boolean {
  const isIn = goods.some((good) => good.of(wording) > 0);
  return isIn && goods.every((good) => isUnlike(bad.of(wording), bad.lines, good.of(wording), good.lines));
}

/** The test of `BaselineComparison`; and by number too, since a build that fails is short. */
function isUnlike(count: number, lines: number, goodCount: number, goodLines: number): boolean {
  if (count <= likeTimes * Math.max(goodCount, 1)) return false;
  const all = count + goodCount;
  const expected = lines / (lines + goodLines);
  const found = count / all;
  if (found <= expected) return false;
  const ofOthers = goodCount === 0 ? 0 : (1 - found) * Math.log((1 - found) / (1 - expected));
  return Math.exp(-all * (found * Math.log(found / expected) + ofOthers)) < likelyByChance;
}

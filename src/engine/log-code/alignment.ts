import { type MessageWords, weightOf } from './message-words';

/** Costs of what does not match, a letter. */
const cost = {
  /** A word of the statement that the line lacks. */
  missed: 1.5,
  /** A word of the statement where the template has a value: another statement may say another word there. */
  masked: 0.5,
  /** A word of the template that a value of the statement may be. */
  absorbed: 0.5,
  /** A word of the template the statement has no place for: fields that the logger adds, or another statement. */
  extra: 1,
} as const;

/**
 * How well a statement could have written a template's lines: 1 where all words are the same, 0 where none is. Their words are aligned in order,
 * as in edit distance (Needleman and Wunsch, 1970); values of either may stand for words of the other.
 */
export function likeness(statement: MessageWords, template: MessageWords): number {
  const columns = template.length + 1;
  const gain = new Float64Array((statement.length + 1) * columns);
  const same = new Float64Array(gain.length);
  for (let i = statement.length; i >= 0; i--) {
    for (let j = template.length; j >= 0; j--) {
      if (i < statement.length || j < template.length) best(statement, template, i, j, gain, same);
    }
  }
  const penalty = same[0] - gain[0];
  return same[0] === 0 ? 0 : same[0] / (same[0] + penalty);
}

/**
 * At least as much as `likeness`, by the words alone whatever their order: what is on one side only costs at least half its letters there. It spares
 * most alignments.
 */
export function mostLikeness(statement: MessageWords, template: ReadonlySet<string | null>): number {
  let common = 0;
  let cheapest = 0;
  const said = new Set(statement);
  for (const word of statement) {
    if (word === null) continue;
    if (template.has(word)) common += weightOf(word);
    else cheapest += Math.min(cost.missed, cost.masked) * maskedWeight(word);
  }
  for (const word of template)
    if (!said.has(word)) cheapest += Math.min(cost.absorbed, cost.extra) * weight(word);
  return common === 0 ? 0 : common / (common + cheapest);
}

/** The best way from words `i` and `j` to both ends, from those of the words behind. */
function best(
  statement: MessageWords,
  template: MessageWords,
  i: number,
  j: number,
  gain: Float64Array,
  same: Float64Array,
): void {
  const columns = template.length + 1;
  const here = i * columns + j;
  gain[here] = Number.NEGATIVE_INFINITY;
  const take = (next: number, change: number, matched = 0) => {
    if (gain[next] + change <= gain[here]) return;
    gain[here] = gain[next] + change;
    same[here] = same[next] + matched;
  };
  const said = i < statement.length ? statement[i] : undefined;
  const stands = j < template.length ? template[j] : undefined;
  if (typeof said === 'string' && said === stands) {
    take(here + columns + 1, weightOf(said), weightOf(said));
  }
  if (said === null) {
    take(here + columns, 0);
    if (stands !== undefined) take(here + 1, -cost.absorbed * weight(stands));
  } else if (said !== undefined) {
    if (stands === null) take(here + columns, -cost.masked * maskedWeight(said));
    take(here + columns, -cost.missed * weightOf(said));
  }
  if (stands !== undefined) take(here + 1, -cost.extra * weight(stands));
}

function weight(word: string | null): number {
  return word === null ? 0 : weightOf(word);
}

/** Numbers are values to a template, and so is what is glued to one (`ms`). */
function maskedWeight(word: string): number {
  return word.length <= 2 || /\d/.test(word) ? 0 : weightOf(word);
}

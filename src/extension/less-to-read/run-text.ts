import type { Sentence } from '../../engine/model/finding';
import { grouped } from '../../protocol/sentence';
import type { Fold } from './folds';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How many records a folded run has, and from when to when: `×1,204 · 3 min 20 s`. */
export function runText({ records, milliseconds }: Pick<Fold, 'records' | 'milliseconds'>): Sentence[] {
  const count: Sentence = { pattern: '×{0}', values: [grouped(records)] };
  return Number.isFinite(milliseconds) && milliseconds > 0 ? [count, durationText(milliseconds)] : [count];
}

/** In the two largest units it has. */
export function durationText(milliseconds: number): Sentence {
  const whole = Math.round(milliseconds);
  if (whole < second) return { pattern: '{0} ms', values: [whole] };
  if (whole < minute) return { pattern: '{0} s', values: [Number((whole / second).toPrecision(3))] };
  if (whole < hour) return twoUnits('{0} min {1} s', '{0} min', whole, [minute, second]);
  if (whole < day) return twoUnits('{0} h {1} min', '{0} h', whole, [hour, minute]);
  return twoUnits('{0} d {1} h', '{0} d', whole, [day, hour]);
}

function twoUnits(
  both: string,
  one: string,
  milliseconds: number,
  [large, small]: readonly [large: number, small: number],
): Sentence {
  const many = Math.floor(milliseconds / large);
  const rest = Math.floor((milliseconds % large) / small);
  return rest === 0 ? { pattern: one, values: [many] } : { pattern: both, values: [many, rest] };
}

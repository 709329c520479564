import type { LineRange } from '../model/evidence-pack';
import { tokensOf, weightOf, weightOfToken } from '../triage/evidence/token-count';

export interface ToolAnswer {
  /** For the model, in English; log text in it is as it stands in the log, without control characters. */
  readonly text: string;
  readonly tokens: number;
  /** Lines whose text stands in it. */
  readonly lines: readonly LineRange[];
  /** The arguments were not as the schema says, or name what is not there. */
  readonly isError: boolean;
}

/** An answer that says what is wrong with what was asked, and its cure. */
export function failed(text: string, budget: number): ToolAnswer {
  return { ...answered(text, budget), isError: true };
}

/** An answer without log text; cut where the budget is less than a sentence takes. */
export function answered(text: string, budget: number): ToolAnswer {
  const cut = cutTo(text, Math.max(0, Math.floor(budget)) * weightOfToken);
  return { text: cut, tokens: tokensOf(cut), lines: [], isError: false };
}

/** As much of a text as weighs so many quarters of a token at most; with a mark where it was cut. */
export function cutTo(text: string, weight: number): string {
  if (weightOf(text) <= weight) return text;
  let left = weight - 1;
  let cut = '';
  for (const character of text) {
    left -= weightOf(character);
    if (left < 0) break;
    cut += character;
  }
  return weight < 1 ? '' : `${cut}…`;
}

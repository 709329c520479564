import type { LineRange } from '../model/evidence-pack';
import type { LineNumber } from '../model/units';
import { fileHeading } from '../triage/evidence/file-heading';
import { tokensOf, weightOf, weightOfToken } from '../triage/evidence/token-count';
import { fenced, unfenced } from './fence';
import { answered, cutTo, failed, type ToolAnswer } from './tool-answer';

/** One thing of a list, never shown in part unless it alone is longer than an answer may be. */
export interface Item {
  readonly text: string;
  /** Lines whose text stands in it. */
  readonly lines: readonly LineRange[];
  /** Of a log of several files: those of its first and its last line. */
  readonly files?: readonly [first: string, last: string];
}

export interface Paged {
  /** What is listed, for the fence. */
  readonly label: string;
  /** Told before the list, in our own words: no log text. */
  readonly lead: string;
  /** One and many of what is listed: `hit`, `hits`. */
  readonly unit: readonly [string, string];
  readonly total: number;
  /** How many were shown before. */
  readonly after: number;
  /** Items are asked for in order. */
  readonly item: (index: number) => Item;
}

/** So much of a cut item at least, in quarters of a token, or it is not worth showing. */
const leastItem = 40;

/** As many of the items as the budget holds, with how many there are and how the others are to be had. */
export function pageOf(paged: Paged, budget: number): ToolAnswer {
  const { label, lead, total, after, unit } = paged;
  if (total === 0) return answered(lead, budget);
  if (after >= total)
    return failed(`"after" must be below ${count(total)}: there are so many ${unit[1]}.`, budget);
  const weight = Math.max(0, Math.floor(budget)) * weightOfToken;
  const frame = weightOf(`${lead} ${longestShowing(paged)}\n${fenced(label, '')}`);
  const { texts, lines, isCut } = itemsWithin(paged, weight - frame);
  if (texts.length === 0)
    return failed(`The budget of ${budget} tokens is too small for any of the ${total} ${unit[1]}.`, budget);
  const told = [lead, showing(paged, after + texts.length, isCut)].filter((part) => part !== '').join(' ');
  const text = `${told}\n${fenced(label, texts.join('\n'))}`;
  return { text, tokens: tokensOf(text), lines: mergedRanges(lines), isError: false };
}

function itemsWithin({ item, after, total }: Paged, room: number) {
  const texts: string[] = [];
  const lines: LineRange[] = [];
  let left = room;
  let file: string | undefined;
  for (let index = after; index < total; index++) {
    const next = item(index);
    const text = unfenced(headed(next, file));
    file = next.files?.[1] ?? file;
    const weight = weightOf(text) + 1;
    if (weight > left && texts.length === 0 && left >= leastItem)
      return { texts: [cutTo(text, left - 1)], lines: next.lines, isCut: true };
    if (weight > left) break;
    left -= weight;
    texts.push(text);
    lines.push(...next.lines);
  }
  return { texts, lines, isCut: false };
}

/** With the name of its file above it, where the text before it is of another. */
export function headed({ text, files }: Item, file: string | undefined): string {
  return files === undefined || files[0] === file ? text : `${fileHeading(files[0])}\n${text}`;
}

const cutNote = ' It is longer than an answer may be and cut at "…".';

function longestShowing({ total, unit: [, many] }: Paged): string {
  const most = count(total);
  return `Showing ${most}-${most} of ${most} ${many}.${cutNote} For more call again with after=${total}.`;
}

function showing({ total, after, unit: [one, many] }: Paged, end: number, isCut: boolean): string {
  const cut = isCut ? cutNote : '';
  if (after === 0 && end === total)
    return `Showing ${total === 1 ? `the one ${one}` : `all ${count(total)} ${many}`}.${cut}`;
  const more = end < total ? ` For more call again with after=${end}.` : ' These are the last.';
  return `Showing ${count(after + 1)}-${count(end)} of ${count(total)} ${many}.${cut}${more}`;
}

/** 12408 → `12,408`. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** In order, each line once. */
function mergedRanges(ranges: readonly LineRange[]): LineRange[] {
  const merged: [LineNumber, LineNumber][] = [];
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = merged[merged.length - 1];
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(last, before[1]) as LineNumber;
    else merged.push([first, last]);
  }
  return merged;
}

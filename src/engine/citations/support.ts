import type { CitedRecord } from '../model/cited-record';
import { contentStems } from './words';

const trivialValues = new Set(
  'true false null nil none yes no ok on off undefined nan info warn error'.split(' '),
);
const mostTemplateWords = 200;
const mostParameters = 500;
/** Of the words of a template a claim must share about three in ten: at least two (both, where it has two), at most four. */
const leastShare = 0.3;
const leastShared = 2;
const mostNeeded = 4;
const piece = /\p{Script=Han}+|[^\s\p{Script=Han}"'`,;!?()[\]{}<>|，。；！？、“”「」（）]+/gu;
const isHan = /^\p{Script=Han}/u;

/** What a claim says in its own words, to be held against records. */
export interface ClaimWords {
  readonly stems: ReadonlySet<string>;
  readonly pieces: ReadonlySet<string>;
}

export function claimWords(said: string): ClaimWords {
  return { stems: contentStems(said), pieces: new Set(piecesOf(said)) };
}

/**
 * Whether a claim without a quote is about the record: it shares enough content words with its template, or names a value of its
 * parameters, whole. It proves what a claim speaks of, not that each of its words is so: that takes a quote.
 */
export function supports(claim: ClaimWords, record: CitedRecord): boolean {
  return sharesTemplate(claim, record) || namesParameter(claim, record);
}

function sharesTemplate({ stems }: ClaimWords, { templateWords }: CitedRecord): boolean {
  const template = contentStems(templateWords.slice(0, mostTemplateWords).join(' '));
  if (template.size === 0) return false;
  let shared = 0;
  for (const stem of template) if (stems.has(stem)) shared++;
  const needed = Math.max(leastShared, Math.min(mostNeeded, Math.ceil(template.size * leastShare)));
  return shared >= Math.min(template.size, needed);
}

function namesParameter({ pieces }: ClaimWords, { parameters }: CitedRecord): boolean {
  return parameters.slice(0, mostParameters).some((value) => {
    if (isTrivial(value)) return false;
    const parts = piecesOf(value);
    return parts.length > 0 && parts.every((part) => pieces.has(part));
  });
}

/** A single character and such words stand in any claim. */
function isTrivial(value: string): boolean {
  const bare = value.trim().toLowerCase();
  return bare.length < 2 || trivialValues.has(bare);
}

/** Between white space and what sets words apart, without a full stop or colon at their ends; of Chinese each two characters. */
function piecesOf(text: string): string[] {
  return [...text.matchAll(piece)].flatMap(([run]) => (isHan.test(run) ? pairs(run) : trimmed(run)));
}

function trimmed(run: string): string[] {
  let end = run.length;
  let start = 0;
  while (end > 0 && isEdge(run[end - 1])) end--;
  while (start < end && isEdge(run[start])) start++;
  return end > start ? [run.slice(start, end)] : [];
}

function isEdge(character: string): boolean {
  return '.:*_=~'.includes(character);
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return [];
  return characters.slice(1).map((second, index) => characters[index] + second);
}

import type { ParameterType } from '../model/analysis';
import { type MaskedSpan, maskedText, maskSpans } from './mask-token';
import { splitsOf } from './split-word';

/** A token within a word of collapsed text; offsets are chars of the word. */
export interface WordPiece {
  /** With `<type>` in place of each variable. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly spans: readonly MaskedSpan[];
}

/** Words remembered, and their longest: each may hold on to the 8 KiB of text it was cut from, 16 MB in all. */
const maxWords = 2048;
const longestWord = 64;
const known = new Map<string, readonly WordPiece[]>();

/** Most words are: they hold neither a split nor a variable, and need no pattern tried on them. */
const plainWord = /^[A-Za-z]+[.,:]?$/;
const noSpans: readonly MaskedSpan[] = [];

/**
 * The tokens of a word. They depend on the word alone, and the words of new messages are mostly those of messages before
 * (`<number>ms`, `id=<number>`), while the patterns that tell what is variable took half the time of a new message.
 */
export function wordPieces(word: string): readonly WordPiece[] {
  if (plainWord.test(word)) return [{ text: word, from: 0, to: word.length, spans: noSpans }];
  if (word.length > longestWord) return cutWord(word);
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const pieces = cutWord(word);
  if (known.size >= maxWords) known.clear();
  known.set(word, pieces);
  return pieces;
}

/** All of the word is one variable. */
export function onePiece(word: string, type: ParameterType): WordPiece {
  return { text: `<${type}>`, from: 0, to: word.length, spans: [{ type, from: 0, to: word.length }] };
}

function cutWord(word: string): WordPiece[] {
  const bounds = [0, ...splitsOf(word), word.length];
  return bounds.slice(1).map((to, i) => cutPiece(word, bounds[i], to));
}

function cutPiece(word: string, from: number, to: number): WordPiece {
  const text = word.slice(from, to);
  const spans = maskSpans(text);
  return {
    text: maskedText(text, spans),
    from,
    to,
    spans: spans.map((span) => ({ type: span.type, from: from + span.from, to: from + span.to })),
  };
}

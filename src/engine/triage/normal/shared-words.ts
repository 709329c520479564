/** Words of a pattern that are compared: payload further on says nothing about the kind of event. */
const mostWords = 40;
const word = /<[a-z]+>|[^\s.,:;=()[\]{}"'`]+/g;
/** Of two letters are mostly `of`, `to`, `in`: they make nothing alike. An ideograph is a word. */
const telling = /\p{L}.*\p{L}.*\p{L}|\p{Lo}/u;

/** The constant words of a template's pattern, in order. */
export function constantWordsOf(pattern: string): string[] {
  const words = pattern.match(word) ?? [];
  return words.filter((text) => !text.startsWith('<') && telling.test(text)).slice(0, mostWords);
}

/** How many words both have in the same order: the length of their longest common subsequence. */
export function sharedInOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Uint8Array(b.length + 1);
  for (const text of a) {
    const next = new Uint8Array(b.length + 1);
    for (let i = 0; i < b.length; i++) {
      next[i + 1] = text === b[i] ? row[i] + 1 : Math.max(row[i + 1], next[i]);
    }
    row = next;
  }
  return row[b.length];
}

/** By word, which of the lists hold it. */
export class WordIndex {
  private readonly lists = new Map<string, number[]>();

  constructor(lists: readonly (readonly string[])[]) {
    for (const [index, words] of lists.entries()) {
      for (const text of new Set(words)) this.lists.set(text, [...(this.lists.get(text) ?? []), index]);
    }
  }

  /** Lists that hold at least `least` of the words, in order. */
  sharing(words: readonly string[], least: number): number[] {
    const counts = new Map<number, number>();
    for (const text of new Set(words)) {
      for (const index of this.lists.get(text) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count >= least)
      .map(([index]) => index)
      .sort((a, b) => a - b);
  }
}

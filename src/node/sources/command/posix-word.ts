/** What no POSIX shell reads as more than itself, wherever it stands. `~`, `=` and the empty word are not among it. */
const plainWord = /^[\w@%+:,./-]+$/;

/**
 * A word as a POSIX shell must be given it to get exactly these characters back. A NUL cannot be given to any program: whoever calls
 * refuses it before.
 */
export function posixWord(word: string): string {
  return plainWord.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

export function posixWords(words: readonly string[]): string {
  return words.map(posixWord).join(' ');
}

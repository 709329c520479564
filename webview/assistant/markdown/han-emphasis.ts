/**
 * Markdown takes `**` between punctuation and a letter for no end of emphasis, as words are apart from it. Chinese and Japanese are
 * written without spaces, and models write `**根因：**连接池` by the dozen: a character that counts as punctuation goes between the
 * stars and the letter, and is gone when the text is shown.
 */
const filler = '\u27E6\uE004\u27E7';

const letter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const beforeLetter = new RegExp(String.raw`(?<=\p{P})(?<!\*)(\*{1,3})(?=${letter})`, 'gu');
const afterLetter = new RegExp(String.raw`(?<=${letter})(\*{1,3})(?!\*)(?=\p{P})`, 'gu');

export function withFillers(text: string): string {
  const clean = text.replaceAll('\uE004', '');
  if (!clean.includes('*')) return clean;
  return clean.replace(beforeLetter, `$1${filler}`).replace(afterLetter, `${filler}$1`);
}

export function withoutFillers(text: string): string {
  return text.replaceAll(filler, '');
}

/** Ideographs, kana, hangul and the punctuation and wide forms that go with them. */
const wideCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/gu;
const highSurrogate = /[\ud800-\udbff][\udc00-\udfff]/g;

/** What a wide character weighs: it is a token by itself. */
export const weightOfToken = 4;

/** Quarters of a token: 1 a code point, 4 a wide one. */
export function weightOf(text: string): number {
  const codePoints = text.length - (text.match(highSurrogate)?.length ?? 0);
  return codePoints + (weightOfToken - 1) * (text.match(wideCharacter)?.length ?? 0);
}

/** A token is 4 characters, or one ideograph: a bound that needs no model's vocabulary. */
export function tokensOf(text: string): number {
  return Math.ceil(weightOf(text) / weightOfToken);
}

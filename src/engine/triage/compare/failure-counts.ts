/** Salt of wordings with a count of failures above zero. */
export const countSalt = 1;

const outcome = /fail|error|exit|status|code/i;
/** `Failures: 3`, `failed=3`, `exited with code 1`, `exit status 1` */
const nameThenCount =
  /(?<!\p{L})(?:(?:fail(?:ed|ures?)|errors?)(?: in \p{L}{1,20})?|(?:exit(?:ed)?|return(?:ed)?)(?: with)?(?: exit)?(?: code| status)?)\s{0,3}[:=]?\s{0,3}(\d{1,9})(?![\d.])/giu;
/** `3 failed`, `2 errors` */
const countThenName = /(?<![\d.,])(\d{1,9}) (?:tests? )?(?:failed|failing|failures?|errors?)(?!\p{L})/giu;

/** Numbers count at the end of a sentence of a run, not in a payload of many kilobytes. */
const longestLookedAt = 2048;
const decoder = new TextDecoder();

/** Whether a line of these masked tokens is worth looking at. */
export function mayCountFailures(tokens: readonly string[]): boolean {
  return tokens.some((token) => token.includes('<number>')) && tokens.some((token) => outcome.test(token));
}

export function countsFailures(text: Uint8Array): boolean {
  const line = decoder.decode(text.subarray(0, longestLookedAt));
  return [nameThenCount, countThenName].some((shape) =>
    [...line.matchAll(shape)].some(({ 1: count }) => Number(count) > 0),
  );
}

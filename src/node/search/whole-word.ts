const wordCharacter = /[\p{L}\p{N}_]/u;
const decoder = new TextDecoder();
/** Of a character in UTF-8. */
const mostBytes = 4;

/** Whether neither a letter, nor a digit, nor an underscore touches `bytes[start, end)`, within the text given. */
export function isWholeWord(
  bytes: Uint8Array,
  start: number,
  end: number,
  within: { readonly start: number; readonly end: number },
): boolean {
  return !isWordBefore(bytes, start, within.start) && !isWordAt(bytes, end, within.end);
}

function isWordAt(bytes: Uint8Array, at: number, end: number): boolean {
  if (at >= end) return false;
  if (bytes[at] < 0x80) return wordCharacter.test(String.fromCharCode(bytes[at]));
  const [character = ''] = decoder.decode(bytes.subarray(at, Math.min(end, at + mostBytes)));
  return wordCharacter.test(character);
}

function isWordBefore(bytes: Uint8Array, at: number, start: number): boolean {
  let from = at - 1;
  while (from > start && from > at - mostBytes && (bytes[from] & 0xc0) === 0x80) from--;
  return from >= start && isWordAt(bytes, from, at);
}

import { isDigit, isLetter } from '../../time/ascii';
import type { Field } from '../format';
import { afterBlanks, isBlank } from '../header';
import { quotedEnd } from '../json-scan';

const decoder = new TextDecoder();
const equals = 0x3d;
const quote = 0x22;

/** The `key=value` and `key="value"` of a text, as fields; other words are passed over. */
export function pairFields(bytes: Uint8Array, start: number, end: number): Field[] {
  const fields: Field[] = [];
  for (let at = afterBlanks(bytes, start, end); at < end; at = afterBlanks(bytes, at, end)) {
    const nameEnd = afterName(bytes, at, end);
    const isPair = nameEnd > at && nameEnd < end && bytes[nameEnd] === equals;
    const value = isPair
      ? valueAt(bytes, nameEnd + 1, end)
      : { start: at, end: at, after: afterWord(bytes, at, end) };
    if (isPair)
      fields.push({
        name: decoder.decode(bytes.subarray(at, nameEnd)),
        value: unescaped(decoder.decode(bytes.subarray(value.start, value.end))),
      });
    at = value.after;
  }
  return fields;
}

/** Quotes and backslashes that a backslash escapes. */
function unescaped(text: string): string {
  return text.replace(/\\(["\\])/g, '$1');
}

function valueAt(bytes: Uint8Array, pos: number, end: number): { start: number; end: number; after: number } {
  if (pos >= end || bytes[pos] !== quote) {
    const after = afterWord(bytes, pos, end);
    return { start: pos, end: after, after };
  }
  const close = quotedEnd(bytes, pos + 1, end);
  return { start: pos + 1, end: Math.min(close, end), after: close + 1 };
}

function afterName(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (
    i < end &&
    (isLetter(bytes[i]) ||
      isDigit(bytes[i]) ||
      bytes[i] === 0x5f ||
      (bytes[i] >= 0x2d && bytes[i] <= 0x2f) ||
      bytes[i] === 0x40)
  )
    i++;
  return i;
}

function afterWord(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && !isBlank(bytes[i])) i++;
  return i;
}

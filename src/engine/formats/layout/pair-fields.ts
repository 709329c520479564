import { isDigit, isLetter } from '../../time/ascii';
import { noParent, unnamed } from '../field-spans';
import type { Field, FormatVariant } from '../format';
import { afterBlanks, isBlank } from '../header';
import { quotedEnd } from '../json-scan';

const decoder = new TextDecoder();
const equals = 0x3d;
const quote = 0x22;

type HearPair = (nameStart: number, nameEnd: number, start: number, end: number) => void;

/** The `key=value` and `key="value"` of a text, as fields; other words are passed over. */
export function pairFields(bytes: Uint8Array, start: number, end: number): Field[] {
  const fields: Field[] = [];
  eachPair(bytes, start, end, (nameStart, nameEnd, valueStart, valueEnd) => {
    const name = decoder.decode(bytes.subarray(nameStart, nameEnd));
    fields.push({ name, value: unescaped(decoder.decode(bytes.subarray(valueStart, valueEnd))) });
  });
  return fields;
}

/** The same by where they stand. */
export const pairSpans: NonNullable<FormatVariant['eachField']> = (bytes, start, end, names, hear) => {
  eachPair(bytes, start, end, (nameStart, nameEnd, valueStart, valueEnd) => {
    const name = names.idOf(noParent, bytes, nameStart, nameEnd);
    if (name !== unnamed) hear(name, valueStart, valueEnd);
  });
};

function eachPair(bytes: Uint8Array, start: number, end: number, hear: HearPair): void {
  for (let at = afterBlanks(bytes, start, end); at < end; at = afterBlanks(bytes, at, end)) {
    const nameEnd = afterName(bytes, at, end);
    if (nameEnd === at || nameEnd >= end || bytes[nameEnd] !== equals) {
      at = afterWord(bytes, at, end);
      continue;
    }
    const value = valueAt(bytes, nameEnd + 1, end);
    hear(at, nameEnd, value.start, value.end);
    at = value.after;
  }
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

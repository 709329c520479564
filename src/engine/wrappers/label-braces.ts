import { quotedEnd } from '../formats/json-scan';
import { isDigit, isLetter } from '../time/ascii';

const quote = 0x22;
const comma = 0x2c;
const equals = 0x3d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const blank = 0x20;

/** Told of every label: its name and its value, each `bytes[start, end)`, quotes included where they have any. */
export type OnLabel = (nameStart: number, nameEnd: number, valueStart: number, valueEnd: number) => void;

/**
 * Walks labels in braces as a selector of Loki has them, `{name="value", "odd name"="value"}`; values are strings as in JSON.
 * Answers where they end, behind the brace, or -1 where `bytes[start, end)` does not begin so.
 */
export function eachLabel(bytes: Uint8Array, start: number, end: number, onLabel: OnLabel): number {
  if (start >= end || bytes[start] !== openBrace) return -1;
  let at = start + 1;
  if (at < end && bytes[at] === closeBrace) return at + 1;
  while (at < end) {
    const nameEnd = afterLabelName(bytes, at, end);
    if (nameEnd === at || nameEnd + 1 >= end || bytes[nameEnd] !== equals || bytes[nameEnd + 1] !== quote)
      return -1;
    const valueEnd = quotedEnd(bytes, nameEnd + 2, end) + 1;
    if (valueEnd >= end) return -1;
    onLabel(at, nameEnd, nameEnd + 1, valueEnd);
    if (bytes[valueEnd] === closeBrace) return valueEnd + 1;
    if (bytes[valueEnd] !== comma) return -1;
    at = valueEnd + 1;
    while (at < end && bytes[at] === blank) at++;
  }
  return -1;
}

function afterLabelName(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] === quote) return Math.min(end, quotedEnd(bytes, at + 1, end) + 1);
  let i = at;
  while (i < end && isNameByte(bytes[i])) i++;
  return i;
}

/** Names as Loki has them, and the dotted ones of Elasticsearch and OpenTelemetry. */
function isNameByte(byte: number): boolean {
  return isLetter(byte) || isDigit(byte) || byte === 0x5f || byte === 0x2e || byte === 0x40 || byte === 0x2d;
}

/** Names that stand without quotes; what `isNameByte` says, for who writes them. */
export const plainLabelName = /^[\w.@-]+$/;

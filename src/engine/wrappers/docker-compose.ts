import { afterBlanks, trimmedEnd } from '../formats/header';
import { isDigit, isLetter } from '../time/ascii';
import { afterCollectorTime } from './collector-time';
import { indexWithin } from './index-within';
import { lineWrapper } from './line-wrapper';
import { streamOf } from './wrapper';

const bar = 0x7c;
const blank = 0x20;
/** Names of containers are at most 63 characters, and padded to the longest. */
const widestColumn = 80;
/** Docker's own times, as `--timestamps` shows them. */
const fractionDigits = 9;

/** Where the bar stands behind a name and its padding, or -1. */
function barOf(bytes: Uint8Array, start: number, end: number): number {
  const limit = Math.min(end, start + widestColumn);
  let nameEnd = start;
  while (nameEnd < limit && isNameByte(bytes[nameEnd])) nameEnd++;
  const at = afterBlanks(bytes, nameEnd, limit);
  const isColumn = nameEnd > start && at > nameEnd && at < limit && bytes[at] === bar;
  return isColumn && (at + 1 === end || bytes[at + 1] === blank) ? at : -1;
}

function isNameByte(byte: number): boolean {
  return isLetter(byte) || isDigit(byte) || byte === 0x2d || byte === 0x2e || byte === 0x5f;
}

/** `web-1`, `shop_web_1`: what tells a container from the first column of a table. */
function isNumbered(line: Uint8Array): boolean {
  const nameEnd = trimmedEnd(line, 0, indexWithin(line, bar, 0, line.length));
  let digits = nameEnd;
  while (digits > 0 && isDigit(line[digits - 1])) digits--;
  return digits > 1 && digits < nameEnd && (line[digits - 1] === 0x2d || line[digits - 1] === 0x5f);
}

/** `docker compose logs`: `name-1  | text`, the names padded, perhaps with Docker's time before the text. */
export const dockerCompose = lineWrapper({
  name: 'docker-compose',
  samples: [
    {
      lines: ['ledger-1   | opened', 'postbox-2  | 2026-06-12T09:41:07.250123456Z  indented', 'postbox-2  |'],
      texts: [
        { text: 'opened', time: null, level: 'none', name: 'ledger-1' },
        { text: ' indented', time: '1781257267250123456', level: 'none', name: 'postbox-2' },
        { text: '', time: null, level: 'none', name: 'postbox-2' },
      ],
      fields: [{ name: 'container', value: 'ledger-1' }],
    },
  ],
  unwrap(bytes, start, end, text, context) {
    const at = barOf(bytes, start, end);
    if (at < 0) return false;
    text.nameStart = start;
    text.nameEnd = trimmedEnd(bytes, start, at);
    text.stream = streamOf(bytes, start, text.nameEnd);
    text.start = afterCollectorTime(bytes, Math.min(end, at + 2), end, fractionDigits, text, context);
    return true;
  },
  confirms: (head) =>
    head.filter(isNumbered).length * 2 > head.filter((line) => barOf(line, 0, line.length) >= 0).length,
  fields(bytes, start, end) {
    const at = barOf(bytes, start, end);
    if (at < 0) return [];
    return [
      {
        name: 'container',
        value: new TextDecoder().decode(bytes.subarray(start, trimmedEnd(bytes, start, at))),
      },
    ];
  },
});

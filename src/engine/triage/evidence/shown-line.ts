import { cutLine } from '../../redact/cut-line';
import { afterEscape } from '../../text/ansi';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const escapeByte = 0x1b;
/** Control characters but the tab, line and paragraph separators, bidi overrides: none is shown. */
const misleading = /(?!\t)\p{Cc}|[\u2028-\u202e\u2066-\u2069]/gu;
/** ANSI sequences that were made visible (`^[[31m`) before they came here. */
const visibleAnsi = /\^\[\[[\d;]{0,12}[A-Za-z]/g;

/** This much of a line stands in a pack as it is in the log, where the pack says the line is in it. */
const verbatimCharacters = 80;
/** Base64, a minified bundle, a digest: what holds no blank for so long is cut. */
const longestToken = 240;
const longTokens = new RegExp(`(\\S{${longestToken - 80}})\\S{80,}`, 'g');
/** White space before a line: more of it says nothing. */
const mostIndent = 40;
/** Of what is shown of a long line, before the place that matters. */
const headShare = 0.4;
const beforePlace = 60;
const ellipsis = '…';

/** A line without ANSI sequences, tabs included; control characters may be in it. */
export function unstyledLine(bytes: Uint8Array): string {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === escapeByte) at = afterEscape(bytes, at, bytes.length);
    else kept[length++] = bytes[at++];
  }
  return decoder.decode(kept.subarray(0, length));
}

export function withoutControls(text: string): string {
  return text.replace(misleading, '');
}

function withoutVisibleAnsi(text: string): string {
  return text.includes('^[[') ? text.replace(visibleAnsi, '') : text;
}

/**
 * About `limit` UTF-16 code units at most, cut between code points; long tokens are cut too. Of a longer text its beginning
 * and, where `matters` finds a place behind that, what stands there.
 */
export function clipped(text: string, limit: number, matters?: (text: string) => number): string {
  const plain = withoutVisibleAnsi(text).replace(longTokens, `$1${ellipsis}`);
  if (plain.length <= limit) return plain;
  const head = Math.floor(limit * headShare);
  const place = matters?.(plain) ?? -1;
  if (place + beforePlace < limit) return `${cut(plain, 0, limit)}${ellipsis}`;
  const from = Math.max(head, place - beforePlace);
  const ending = from + limit - head < plain.length ? ellipsis : '';
  return `${cut(plain, 0, head)}${ellipsis}${cut(plain, from, from + limit - head)}${ending}`;
}

/** As `clipped`, but the first `verbatimCharacters` code points behind leading white space stay as they are. */
export function clippedBehindBeginning(
  text: string,
  limit: number,
  matters?: (text: string) => number,
): string {
  const indent = text.search(/\S|$/);
  const beginning = text.slice(indent, indent + 2 * verbatimCharacters);
  const head = [...beginning].slice(0, verbatimCharacters).join('');
  const rest = clipped(text.slice(indent + head.length), Math.max(1, limit - head.length), matters);
  return text.slice(Math.max(0, indent - mostIndent), indent) + head + rest;
}

function cut(text: string, from: number, to: number): string {
  return cutLine(text, whole(text, from), whole(text, to));
}

/** Not within a surrogate pair. */
function whole(text: string, at: number): number {
  const next = text.charCodeAt(at);
  return next >= 0xdc00 && next <= 0xdfff ? at - 1 : at;
}

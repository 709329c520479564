import { afterEscape } from '../../text/ansi';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const escapeByte = 0x1b;
/** Control characters but the tab, line and paragraph separators, bidi overrides: none is shown. */
const misleading = /(?!\t)\p{Cc}|[\u2028-\u202e\u2066-\u2069]/gu;
/** ANSI sequences that were made visible (`^[[31m`) before they came here. */
const visibleAnsi = /\^\[\[[\d;]{0,12}[A-Za-z]/g;

/** This much of a line stands in a pack as it is in the log, where the pack says the line is in it. */
export const verbatimCharacters = 80;
/** Base64, a minified bundle, a digest: what holds no blank for so long is cut. */
const longestToken = 160;
const longTokens = new RegExp(`(\\S{${longestToken - 60}})\\S{60,}`, 'g');
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

export function withoutVisibleAnsi(text: string): string {
  return text.includes('^[[') ? text.replace(visibleAnsi, '') : text;
}

/** At most `limit` UTF-16 code units and an ellipsis, cut between code points; long tokens are cut too. */
export function clipped(text: string, limit: number): string {
  const plain = withoutVisibleAnsi(text).replace(longTokens, `$1${ellipsis}`);
  return plain.length <= limit ? plain : `${plain.slice(0, cutAt(plain, limit))}${ellipsis}`;
}

/** As `clipped`, but the first `verbatimCharacters` code points behind leading white space stay as they are. */
export function clippedBehindBeginning(text: string, limit: number): string {
  const leading = text.search(/\S|$/);
  const head = [...text.slice(leading, leading + 2 * verbatimCharacters)]
    .slice(0, verbatimCharacters)
    .join('');
  const from = leading + head.length;
  const rest = text.slice(from);
  return text.slice(0, from) + clipped(rest, Math.max(1, limit - head.length));
}

function cutAt(text: string, limit: number): number {
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}

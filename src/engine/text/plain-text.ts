import { afterEscape } from './ansi';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** C1 controls, line and paragraph separators, bidi overrides. Sought after decoding: what is removed as bytes could join two halves of one. */
const misleading = /[\u0080-\u009f\u2028-\u202e\u2066-\u2069]/g;

/**
 * `bytes[start, end)` as people may safely see it: at most `limit` UTF-16 code units, cut between code points,
 * without ANSI sequences, control characters, line and paragraph separators and bidi overrides (they could
 * make a line read as what it is not). A tab becomes a space, invalid UTF-8 becomes U+FFFD.
 */
export function plainText(bytes: Uint8Array, start: number, end: number, limit: number): string {
  // A UTF-16 unit takes at most 3 bytes of UTF-8; the 4 more let the cut see a whole code point.
  const kept = new Uint8Array(Math.min(end - start, limit * 3 + 4));
  let length = 0;
  for (let i = start; i < end && length < kept.length; ) {
    const next = afterHidden(bytes, i, end);
    if (next > i) i = next;
    else {
      kept[length++] = bytes[i] === 0x09 ? 0x20 : bytes[i];
      i++;
    }
  }
  return cut(decoder.decode(kept.subarray(0, length)).replace(misleading, ''), limit);
}

/** `at`, or where the escape sequence or control character there ends. */
function afterHidden(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at];
  if (byte === 0x1b) return afterEscape(bytes, at, end);
  return (byte < 0x20 && byte !== 0x09) || byte === 0x7f ? at + 1 : at;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}

import { isUtf8 } from './utf8-validity';

export interface DetectedUnicode {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly bomBytes: number;
}

/** First bytes that decide; enough for several lines, little enough to wait for. */
export const detectionBytes = 512;

/**
 * Tells UTF-8 and UTF-16 apart by a byte order mark, else by where the NULs of the first bytes stand:
 * ASCII in UTF-16 puts one in every other byte. UTF-16 of another script has few, its blanks, digits and line ends;
 * they count where the bytes read as text then and not as UTF-8.
 */
export function detectUnicode(head: Uint8Array): DetectedUnicode {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { label: 'utf-8', bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', bomBytes: 2 };
  return { label: labelByNuls(head), bomBytes: 0 };
}

/** A run of NULs that copytruncate left stands in both halves, so it is not mistaken for UTF-16. */
function labelByNuls(head: Uint8Array): DetectedUnicode['label'] {
  const first = nulsOf(head.subarray(0, detectionBytes));
  if (first.label !== undefined && first.share >= 1 / 4) return first.label;
  const { label, share } = nulsOf(head);
  return label !== undefined && share >= fewestNuls && !isUtf8(head) && readsAs(label, head)
    ? label
    : 'utf-8';
}

/** Share of the pairs of bytes that hold the NUL of a blank, a digit or a line end in text with next to no ASCII. */
const fewestNuls = 1 / 100;

/** Where NULs stand in one half of the pairs alone, the UTF-16 they would make it. */
function nulsOf(head: Uint8Array): { readonly label?: 'utf-16le' | 'utf-16be'; readonly share: number } {
  const pairs = head.length >>> 1;
  let high = 0;
  let low = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) high++;
    if (head[i + 1] === 0) low++;
  }
  if (low > 0 && high === 0) return { label: 'utf-16le', share: low / pairs };
  if (high > 0 && low === 0) return { label: 'utf-16be', share: high / pairs };
  return { share: 0 };
}

const likelyShare = 0.98;

function readsAs(label: 'utf-16le' | 'utf-16be', head: Uint8Array): boolean {
  const text = new TextDecoder(label).decode(head, { stream: true });
  let likely = 0;
  for (let i = 0; i < text.length; i++) if (isLikely(text.charCodeAt(i))) likely++;
  return likely >= text.length * likelyShare;
}

/** Printable ASCII and white space, the alphabets, kana, hanzi, hangul, punctuation, full-width forms. */
function isLikely(code: number): boolean {
  if (code < 0x80) return code >= 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x1b;
  return (
    (code >= 0xa0 && code < 0x0800) ||
    (code >= 0x0e00 && code < 0x0e80) ||
    (code >= 0x2010 && code < 0x2800) ||
    (code >= 0x3000 && code < 0x3130) ||
    (code >= 0x4e00 && code < 0xa000) ||
    (code >= 0xac00 && code < 0xd7b0) ||
    (code >= 0xff00 && code < 0xfff0)
  );
}

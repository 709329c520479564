import { afterEscape } from './ansi';

/** What ANSI escapes said of a stretch of a line, in UTF-16 units. Colours are 0 to 255, or `#rrggbb`. */
export interface TextStyle extends Rendition {
  readonly start: number;
  readonly length: number;
}

/** Graphic rendition (ECMA-48, 8.3.117; colours of 256 and 24 bits as xterm has them). */
interface Rendition {
  readonly foreground?: number | string;
  readonly background?: number | string;
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly inverse?: true;
}

export interface StyledText {
  readonly text: string;
  readonly styles: readonly TextStyle[];
  /** Of the bytes, how many `text` came from. */
  readonly bytes: number;
}

const plain: Rendition = {};
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const escapeByte = 0x1b;
const setRendition = 0x6d;

/**
 * A line's bytes `[start, end)` as text without ANSI escapes, at most `limit` UTF-16 units, cut between code points. Control characters
 * stay, invalid UTF-8 becomes U+FFFD. Each line begins plain: what a line before left open is not known on a page of its own.
 */
export function styledText(bytes: Uint8Array, start: number, end: number, limit: number): StyledText {
  const firstEscape = bytes.subarray(start, end).indexOf(escapeByte);
  const stop = end - start <= limit ? end : afterUnits(bytes, start, end, limit);
  if (firstEscape === -1 || start + firstEscape >= stop) {
    const text = cut(decoder.decode(bytes.subarray(start, stop)), limit);
    return { text, styles: [], bytes: stop - start };
  }
  return renderedText(bytes, start, end, limit);
}

/** A place in the bytes without escapes from which on a rendition holds. */
interface Turn {
  readonly at: number;
  readonly rendition: Rendition;
}

function renderedText(bytes: Uint8Array, start: number, end: number, limit: number): StyledText {
  const kept = new Uint8Array(Math.min(end - start, limit * 3));
  const turns: Turn[] = [];
  let rendition = plain;
  let length = 0;
  let units = 0;
  let i = start;
  while (i < end) {
    if (bytes[i] === escapeByte) {
      const next = afterEscape(bytes, i, end);
      rendition = renditionAfter(rendition, bytes, i, next);
      turns.push({ at: length, rendition });
      i = next;
      continue;
    }
    units += unitsOf(bytes[i]);
    if (units > limit || length === kept.length) break;
    kept[length++] = bytes[i++];
  }
  const text = cut(decoder.decode(kept.subarray(0, length)), limit);
  return { text, styles: stylesOf(turns, kept.subarray(0, length), text.length), bytes: i - start };
}

function stylesOf(turns: readonly Turn[], kept: Uint8Array, textLength: number): TextStyle[] {
  const styles: TextStyle[] = [];
  let at = 0;
  let unit = 0;
  turns.forEach(({ at: from, rendition }, i) => {
    const until = turns[i + 1]?.at ?? kept.length;
    unit += decoder.decode(kept.subarray(at, from)).length;
    at = from;
    if (until === from || rendition === plain) return;
    const length = Math.min(decoder.decode(kept.subarray(from, until)).length, textLength - unit);
    if (length > 0) styles.push({ start: unit, length, ...rendition });
  });
  return styles;
}

/** Where the bytes of so many UTF-16 units end. */
function afterUnits(bytes: Uint8Array, start: number, end: number, limit: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    units += unitsOf(bytes[i]);
    if (units > limit) return i;
  }
  return end;
}

/** By the first byte of a character; the others add none. */
function unitsOf(byte: number): number {
  if (byte >= 0x80 && byte < 0xc0) return 0;
  return byte >= 0xf0 ? 2 : 1;
}

/** Invalid bytes become a unit each and may be more than were counted. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

/** What holds behind the escape sequence `[start, end)`. */
function renditionAfter(before: Rendition, bytes: Uint8Array, start: number, end: number): Rendition {
  if (bytes[start + 1] !== 0x5b || bytes[end - 1] !== setRendition) return before;
  const parameters = String.fromCharCode(...bytes.subarray(start + 2, Math.min(end - 1, start + 100)));
  if (!/^[\d;:]*$/.test(parameters)) return before;
  // A colon parts what belongs to one parameter; `38:2::r:g:b` leaves the colour space out.
  const codes = parameters
    .replace(/([34]8:2):\d*:(\d+:\d+:\d+)/g, '$1:$2')
    .split(/[;:]/)
    .map(Number);
  const open: OpenRendition = { ...before };
  for (let i = 0; i < codes.length; i++) i += applyCode(open, codes, i);
  return Object.keys(open).length === 0 ? plain : open;
}

type OpenRendition = { -readonly [Name in keyof Rendition]: Rendition[Name] };

const switches: Readonly<Record<number, keyof Omit<Rendition, 'foreground' | 'background'>>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
};
const ends: Readonly<Record<number, readonly (keyof Rendition)[]>> = {
  0: ['foreground', 'background', 'bold', 'dim', 'italic', 'underline', 'strike', 'inverse'],
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strike'],
  39: ['foreground'],
  49: ['background'],
};

/** Answers how many further codes belong to this one. */
function applyCode(open: OpenRendition, codes: readonly number[], i: number): number {
  const code = codes[i];
  const named = switches[code];
  if (named !== undefined) open[named] = true;
  for (const name of ends[code] ?? []) delete open[name];
  if (code === 38 || code === 48)
    return applyExtended(open, code === 38 ? 'foreground' : 'background', codes, i);
  const place = code % 10;
  if (place > 7) return 0;
  if (code >= 30 && code < 38) open.foreground = place;
  if (code >= 40 && code < 48) open.background = place;
  if (code >= 90 && code < 98) open.foreground = place + 8;
  if (code >= 100 && code < 108) open.background = place + 8;
  return 0;
}

/** `5;n` of the palette, `2;r;g;b`. */
function applyExtended(
  open: OpenRendition,
  name: 'foreground' | 'background',
  codes: readonly number[],
  i: number,
): number {
  const isByte = (value: number | undefined) => value !== undefined && value <= 255;
  if (codes[i + 1] === 5) {
    if (isByte(codes[i + 2])) open[name] = codes[i + 2];
    return 2;
  }
  if (codes[i + 1] !== 2) return 0;
  const rgb = codes.slice(i + 2, i + 5);
  if (rgb.length === 3 && rgb.every(isByte)) {
    open[name] = `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  }
  return 4;
}

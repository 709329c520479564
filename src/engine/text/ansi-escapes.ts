import { afterEscape, stripAnsi } from './ansi';
import { styledText, type TextStyle } from './ansi-styles';

const escapeByte = 0x1b;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Where in a line as it is written its escapes stand, and what they say of the text around them; UTF-16 units. */
export interface EscapedLine {
  readonly escapes: readonly { readonly start: number; readonly length: number }[];
  readonly styles: readonly TextStyle[];
}

/** `text` is one line, of some thousand units at most: each style is held against each escape. A style whose text has escapes within reaches over them. */
export function escapedLine(text: string): EscapedLine {
  const bytes = encoder.encode(text);
  const escapes = escapesOf(bytes);
  const { styles } = styledText(bytes, 0, bytes.length, text.length);
  return { escapes, styles: styles.map((style) => writtenStyle(style, escapes)) };
}

function escapesOf(bytes: Uint8Array): EscapedLine['escapes'] {
  const escapes: { start: number; length: number }[] = [];
  let unit = 0;
  for (let at = 0; at < bytes.length; ) {
    const next = bytes.indexOf(escapeByte, at);
    if (next < 0) break;
    const end = afterEscape(bytes, next, bytes.length);
    unit += unitsOf(bytes, at, next);
    const length = unitsOf(bytes, next, end);
    escapes.push({ start: unit, length });
    unit += length;
    at = end;
  }
  return escapes;
}

function unitsOf(bytes: Uint8Array, start: number, end: number): number {
  return decoder.decode(bytes.subarray(start, end)).length;
}

/** From units of the text without escapes to those of the text with them. */
function writtenStyle(style: TextStyle, escapes: EscapedLine['escapes']): TextStyle {
  const end = style.start + style.length;
  let start = style.start;
  let writtenEnd = end;
  for (const sequence of escapes) {
    if (sequence.start <= start) start += sequence.length;
    if (sequence.start < writtenEnd) writtenEnd += sequence.length;
  }
  return { ...style, start, length: writtenEnd - start };
}

const lines = /[^\r\n]*(?:\r\n|\r|\n|$)/g;
const lineEnd = /[\r\n]+$/;

/** The text without ANSI escapes; every line stays a line. A lone CR becomes LF, lest it join an LF that only an escape kept apart. */
export function withoutEscapes(text: string): string {
  if (!text.includes('\u001b')) return text;
  return text.replace(lines, strippedLine);
}

function strippedLine(line: string): string {
  const end = lineEnd.exec(line)?.[0] ?? '';
  const content = line.slice(0, line.length - end.length);
  return (content.includes('\u001b') ? stripped(content) : content) + (end === '\r' ? '\n' : end);
}

function stripped(content: string): string {
  const bytes = encoder.encode(content);
  const kept = new Uint8Array(bytes.length);
  const length = stripAnsi(bytes, 0, bytes.length, kept);
  return length < 0 ? content : decoder.decode(kept.subarray(0, length));
}

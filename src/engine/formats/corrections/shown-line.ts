import { isBlank } from '../header';
import type { FormatGesture } from './format-correction';

/** A gesture as bytes: what was selected, without the blanks, brackets and quotes around it. */
export interface Shown {
  readonly line: Uint8Array;
  readonly at: number;
  readonly end: number;
  readonly selected: string;
  /** The character behind the selection; '' at the line's end. */
  readonly until: string;
}

const around = new Set([...'[](){}<>"\'`,;:|='].map((sign) => sign.charCodeAt(0)));

/** Undefined where nothing but blanks and punctuation is selected. `strip`: takes ANSI sequences off a text. */
export function shownOf(gesture: FormatGesture, strip: (text: string) => Uint8Array): Shown | undefined {
  const { text } = gesture;
  const parts = [
    text.slice(0, gesture.start),
    text.slice(gesture.start, gesture.end),
    text.slice(gesture.end),
  ];
  const [before, selected, after] = parts.map(strip);
  const line = new Uint8Array([...before, ...selected, ...after]);
  let at = before.length;
  let end = at + selected.length;
  while (at < end && isAround(line[at])) at++;
  while (end > at && isAround(line[end - 1])) end--;
  if (at === end) return undefined;
  const decoder = new TextDecoder();
  const until = [...decoder.decode(line.subarray(end, end + 4))][0] ?? '';
  return { line, at, end, selected: decoder.decode(line.subarray(at, end)), until };
}

function isAround(byte: number): boolean {
  return isBlank(byte) || around.has(byte);
}

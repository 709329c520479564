import type { WriteStream } from 'node:tty';

/** Cuts a line so that it takes one row of the terminal; `besides`: columns that are taken already. */
export type Fit = (text: string, besides: number) => string;

/** Narrower, a line would say nothing any more: it may wrap. */
const fewestColumns = 24;
/** East Asian wide and full-width letters, and pictures: two columns each. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

export const unfitted: Fit = (text) => text;

/** Where output is no terminal nothing is cut: a program reads it. */
export function fitFor(stream: Partial<Pick<WriteStream, 'isTTY' | 'columns'>>): Fit {
  if (stream.isTTY !== true) return unfitted;
  // Asked each time: windows change their size.
  return (text, besides) => fitted(text, (stream.columns ?? Number.POSITIVE_INFINITY) - besides);
}

/** At most so many columns of a text without control characters, `…` where something is cut. */
export function fitted(text: string, columns: number): string {
  const room = Math.max(fewestColumns, columns);
  if (text.length * 2 <= room) return text;
  let taken = 0;
  let kept = '';
  for (const letter of text) {
    const next = taken + (wide.test(letter) ? 2 : 1);
    if (next > room) return `${withinRoom(kept, room)}…`;
    taken = next;
    kept += letter;
  }
  return text;
}

/** Leaves a column for the sign that something is cut. */
function withinRoom(text: string, room: number): string {
  const letters = [...text];
  let taken = columnsOf(text);
  while (taken >= room) taken -= wide.test(letters.pop() ?? '') ? 2 : 1;
  return letters.join('');
}

/** Of a terminal. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);
}

import { isDigit, isLetter } from '../../time/ascii';
import type { ReadContext } from '../format';
import { newHeader } from '../header';
import { compileLayout } from '../layout/compile';
import type { Step } from '../layout/step';
import type { Place } from './format-correction';

/** Where the value that begins at `pos` ends, or -1 where there is none. */
export type ValueEnd = (bytes: Uint8Array, pos: number, end: number) => number;

/** Where the column's value begins in `bytes[start, end)`, or -1. */
export type Find = (bytes: Uint8Array, start: number, end: number) => number;

/** Beyond these many bytes of a line no header is sought. */
const searchBytes = 1024;

/**
 * How to find the values of a column. Linear in the line as long as `valueEnd` looks no further than a column is
 * wide. Throws where the layout of a place is none.
 */
export function finderOf(place: Place, valueEnd: ValueEnd, context: ReadContext): Find {
  if ('behind' in place) return findBehind(place.behind, valueEnd, context);
  if ('key' in place) return findKey(new TextEncoder().encode(place.key), valueEnd);
  return findNth(place.nth, valueEnd);
}

/** Marks that mean something else in a layout, and their names in one of a prefix. */
export const markNames: ReadonlyMap<string, string> = new Map([
  ['{', 'open'],
  ['}', 'close'],
  ['~', 'tilde'],
]);

const prefixMarks = Object.fromEntries([...markNames].map(([mark, name]) => [name, markStep(mark)]));

function markStep(mark: string): Step {
  const wanted = mark.charCodeAt(0);
  return (bytes, pos, end) => (pos < end && bytes[pos] === wanted ? pos + 1 : -1);
}

function findBehind(layout: string, valueEnd: ValueEnd, context: ReadContext): Find {
  const prefix = compileLayout(layout, prefixMarks);
  const unused = newHeader();
  return (bytes, start, end) => {
    const at = prefix(bytes, start, end, unused, context);
    return at >= 0 && valueEnd(bytes, at, end) >= 0 ? at : -1;
  };
}

function findKey(key: Uint8Array, valueEnd: ValueEnd): Find {
  return (bytes, start, end) => {
    const limit = Math.min(end, start + searchBytes) - key.length;
    for (let i = start; i <= limit; i++) {
      if (bytes[i] !== key[0] || !standsAt(bytes, i, key)) continue;
      if (valueEnd(bytes, i + key.length, end) >= 0) return i + key.length;
    }
    return -1;
  };
}

function standsAt(bytes: Uint8Array, at: number, key: Uint8Array): boolean {
  for (let i = 1; i < key.length; i++) if (bytes[at + i] !== key[i]) return false;
  return true;
}

function findNth(nth: number, valueEnd: ValueEnd): Find {
  return (bytes, start, end) => {
    let left = nth;
    const limit = Math.min(end, start + searchBytes);
    for (let i = start; i < limit; ) {
      const after = beginsWord(bytes, start, i) ? valueEnd(bytes, i, end) : -1;
      if (after >= 0 && left-- === 0) return i;
      i = after > i ? after : i + 1;
    }
    return -1;
  };
}

/** Not in the middle of a word or number. */
function beginsWord(bytes: Uint8Array, start: number, at: number): boolean {
  return at === start || !(isDigit(bytes[at - 1]) || isLetter(bytes[at - 1]));
}

import { isBlank } from '../header';
import type { ValueEnd } from './place';

/** A level or an id is shorter. */
const longestToken = 128;

const encoder = new TextEncoder();

/** Where the token that begins at a place ends: before `until`, or with the line where that is empty; a blank ends any. */
export function tokenEnd(until: string): ValueEnd {
  const wanted = encoder.encode(until);
  return (bytes, pos, end) => {
    const limit = Math.min(end, pos + longestToken);
    let i = pos;
    while (i < limit && !isBlank(bytes[i]) && !standsAt(bytes, i, end, wanted)) i++;
    if (i === pos) return -1;
    if (wanted.length === 0 || isBlank(wanted[0])) return i === end || isBlank(bytes[i]) ? i : -1;
    return i < end && standsAt(bytes, i, end, wanted) ? i : -1;
  };
}

function standsAt(bytes: Uint8Array, at: number, end: number, wanted: Uint8Array): boolean {
  if (wanted.length === 0 || at + wanted.length > end) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

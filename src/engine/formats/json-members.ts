import type { Header, ReadContext } from './format';
import { afterBlanks } from './header';
import type { MemberNames } from './json-names';
import { quotedEnd, valueEnd } from './json-scan';

/** Told of each member of an object, in its order. A value in quotes is given with them. */
export interface MemberVisitor {
  /** Where the same names are read again and again. */
  readonly expected?: MemberNames;
  member(
    bytes: Uint8Array,
    nameStart: number,
    nameEnd: number,
    start: number,
    end: number,
    header: Header,
    context: ReadContext,
  ): void;
}

const malformed = -1;
export const cutShort = -2;

/**
 * Reads the members of the object whose text begins at `pos`, behind its brace. Answers where the object ends, or
 * `malformed`, or `cutShort` where the text ends first.
 */
export function readMembers(
  visitor: MemberVisitor,
  bytes: Uint8Array,
  pos: number,
  end: number,
  header: Header,
  context: ReadContext,
): number {
  const { expected } = visitor;
  let at = afterBlanks(bytes, pos, end);
  for (let place = 0; at < end; place++) {
    if (bytes[at] !== 0x22) return malformed;
    const nameEnd = expected?.endOf(bytes, at + 1, end, place) ?? quotedEnd(bytes, at + 1, end);
    const colon = afterBlanks(bytes, nameEnd + 1, end);
    if (colon >= end) return cutShort;
    if (bytes[colon] !== 0x3a) return malformed;
    const value = afterBlanks(bytes, colon + 1, end);
    const after = valueEnd(bytes, value, end);
    if (after < 0) return malformed;
    if (after > end) return cutShort;
    visitor.member(bytes, at + 1, nameEnd, value, after, header, context);
    const next = afterBlanks(bytes, after, end);
    if (next >= end) return cutShort;
    if (bytes[next] === 0x7d) return next + 1;
    if (bytes[next] !== 0x2c) return malformed;
    at = afterBlanks(bytes, next + 1, end);
  }
  return cutShort;
}

/** Reads an object that is all of `bytes[start, end)` but for blanks: false where it is malformed or cut short. */
export function readObject(
  visitor: MemberVisitor,
  bytes: Uint8Array,
  start: number,
  end: number,
  header: Header,
  context: ReadContext,
): boolean {
  const open = afterBlanks(bytes, start, end);
  if (open + 1 >= end || bytes[open] !== 0x7b) return false;
  const after = readMembers(visitor, bytes, open + 1, end, header, context);
  return after > 0 && afterBlanks(bytes, after, end) >= end;
}

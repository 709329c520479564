import type { Header, ReadContext } from './format';
import { afterBlanks } from './header';
import { closed, cutShort, type MemberNames, malformed, type NameSpan, readName } from './json-names';
import { valueEnd } from './json-scan';

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

const name: NameSpan = { nameStart: 0, nameEnd: 0 };

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
  for (let at = pos, place = 0; ; place++) {
    const value =
      expected === undefined
        ? readName(name, bytes, at, end, place === 0)
        : expected.read(name, bytes, at, end, place);
    if (value < 0) return value === closed ? name.nameEnd : value;
    const after = valueEnd(bytes, value, end);
    if (after < 0) return malformed;
    if (after > end) return cutShort;
    visitor.member(bytes, name.nameStart, name.nameEnd, value, after, header, context);
    at = after;
  }
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

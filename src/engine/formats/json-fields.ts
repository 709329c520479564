import type { Field, Header, ReadContext } from './format';
import { afterBlanks, newHeader } from './header';
import { type MemberVisitor, readMembers } from './json-members';

/** Objects within objects are opened up to here, and named `outer.inner`. */
const deepest = 4;
/** A record with more is cut: a hover shows a few. */
const mostFields = 500;

const decoder = new TextDecoder();
const header = newHeader();
/** Members are only named here: no time is read. */
const context = { referenceSeconds: 0 };

/** The members of a JSON object as fields, strings without quotes and escapes. What is cut short has those before the cut. */
export function jsonFields(bytes: Uint8Array, start: number, end: number): Field[] {
  const fields: Field[] = [];
  const open = afterBlanks(bytes, start, end);
  if (open < end && bytes[open] === 0x7b) new Collector(fields, '', 1).collect(bytes, open + 1, end);
  return fields;
}

class Collector implements MemberVisitor {
  constructor(
    private readonly fields: Field[],
    private readonly prefix: string,
    private readonly depth: number,
  ) {}

  collect(bytes: Uint8Array, pos: number, end: number): void {
    readMembers(this, bytes, pos, end, header, context);
  }

  member(
    bytes: Uint8Array,
    nameStart: number,
    nameEnd: number,
    start: number,
    end: number,
    _header: Header,
    _context: ReadContext,
  ): void {
    if (this.fields.length >= mostFields) return;
    const name = this.prefix + decoder.decode(bytes.subarray(nameStart, nameEnd));
    if (bytes[start] === 0x7b && this.depth < deepest)
      new Collector(this.fields, `${name}.`, this.depth + 1).collect(bytes, start + 1, end);
    else this.fields.push({ name, value: plainValue(decoder.decode(bytes.subarray(start, end))) });
  }
}

function plainValue(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    // Control characters within: no JSON by the letter, and readable all the same.
    return text.slice(1, -1);
  }
}

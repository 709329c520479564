import { type FieldNameId, type FieldNames, type HearField, noParent, unnamed } from './field-spans';
import type { FormatVariant, Header } from './format';
import { afterBlanks, newHeader } from './header';
import { type MemberVisitor, readMembers } from './json-members';

/** As `jsonFields` opens them. */
const deepest = 4;

const header: Header = newHeader();
/** Members are only named here: no time is read. */
const context = { referenceSeconds: 0 };

/** The members of a JSON object, those of objects within it too; arrays are no values. */
export const jsonSpans: NonNullable<FormatVariant['eachField']> = (bytes, start, end, names, hear) => {
  const open = afterBlanks(bytes, start, end);
  if (open >= end || bytes[open] !== 0x7b) return;
  members.begin(names, hear);
  readMembers(members, bytes, open + 1, end, header, context);
};

class Members implements MemberVisitor {
  private names: FieldNames | undefined;
  private hear: HearField | undefined;
  private parent: FieldNameId = noParent;
  private depth = 1;

  begin(names: FieldNames, hear: HearField): void {
    this.names = names;
    this.hear = hear;
    this.parent = noParent;
    this.depth = 1;
  }

  member(bytes: Uint8Array, nameStart: number, nameEnd: number, start: number, end: number): void {
    const first = bytes[start];
    const name = this.names?.idOf(this.parent, bytes, nameStart, nameEnd) ?? unnamed;
    if (name === unnamed || first === 0x5b) return;
    if (first === 0x7b) this.open(name, bytes, start, end);
    else if (first === 0x22) this.hear?.(name, start + 1, end - 1);
    else this.hear?.(name, start, end);
  }

  private open(name: FieldNameId, bytes: Uint8Array, start: number, end: number): void {
    if (this.depth >= deepest) return;
    const outer = this.parent;
    this.parent = name;
    this.depth++;
    readMembers(this, bytes, start + 1, end, header, context);
    this.parent = outer;
    this.depth--;
  }
}

/** One for all lines: reading is never interrupted. */
const members = new Members();

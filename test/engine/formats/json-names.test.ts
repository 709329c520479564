import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fieldIndex } from '../../../src/engine/formats/field-names';
import { newHeader } from '../../../src/engine/formats/header';
import { type MemberVisitor, readMembers } from '../../../src/engine/formats/json-members';
import { MemberNames } from '../../../src/engine/formats/json-names';

const context = { referenceSeconds: 0 };
const names = [
  'ts',
  'level',
  'msg',
  'message',
  'mes',
  'ms',
  'a\\"b',
  'a',
  '',
  '层级',
  'a name longer than the others',
];
const member = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom('7', '"up"', '"', '', '{"level":"x"}', '"\\""'))
  .map(([name, value]) => `"${name}":${value}`);
/** Blanks where JSON lets them stand: a line may have one more than the line before. */
const blank = fc.constantFrom('', '', '', ' ', '\t ');
const object = fc
  .tuple(fc.array(fc.tuple(member, blank), { maxLength: 6 }), blank, fc.constantFrom('}', '', '"lev'))
  .map(
    ([members, before, end]) =>
      `{${members.map(([text, after]) => `${before}${text.replace('":', `":${after}`)}`).join(',')}${before}${end}`,
  );

/** The members a reader is told of, each with what its name is for. */
function membersOf(text: string, expected: MemberNames | undefined) {
  const bytes = new TextEncoder().encode(text);
  const told: unknown[] = [];
  const visitor: MemberVisitor = {
    ...(expected === undefined ? {} : { expected }),
    member: (_, nameStart, nameEnd, start, end) => {
      const index = expected?.index ?? fieldIndex(bytes, nameStart, nameEnd);
      told.push({ nameStart, nameEnd, start, end, index });
    },
  };
  return { told, end: readMembers(visitor, bytes, 1, bytes.length, newHeader(), context) };
}

it('reads the same members, whatever names stood in their places before', () => {
  fc.assert(
    fc.property(fc.array(object, { maxLength: 40 }), (objects) => {
      const expected = new MemberNames();
      for (const text of objects) expect(membersOf(text, expected)).toEqual(membersOf(text, undefined));
    }),
    { numRuns: 300 },
  );
});

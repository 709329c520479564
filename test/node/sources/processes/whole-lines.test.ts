import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WholeLines } from '../../../../src/node/sources/processes/whole-lines';

const chunksOf = fc.array(fc.stringMatching(/^[ab\n]{0,9}$/), { maxLength: 12 });

test('what comes out is what went in, in whole lines', () => {
  fc.assert(
    fc.property(chunksOf, (chunks) => {
      const lines = new WholeLines();
      const whole = chunks.map((chunk) => Buffer.from(lines.push(Buffer.from(chunk))).toString());
      for (const piece of whole) expect(piece).toMatch(/^$|\n$/);
      const rest = Buffer.from(lines.rest()).toString();
      expect(rest).not.toContain('\n');
      expect(whole.join('') + rest).toBe(chunks.join(''));
    }),
  );
});

test('a line that is too long is handed on in pieces, none of them held longer than allowed', () => {
  const lines = new WholeLines(4);
  const pieces = ['abc', 'd', 'ef', 'g', '\nh'].map((piece) =>
    Buffer.from(lines.push(Buffer.from(piece))).toString(),
  );
  expect(pieces).toEqual(['', '', 'abcdef', '', 'g\n']);
  expect(Buffer.from(lines.rest()).toString()).toBe('h');
});

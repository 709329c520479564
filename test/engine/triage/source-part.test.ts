import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceIndex } from '../../../src/engine/model/units';
import { Session } from '../../../src/engine/session';

const clock = (second: number) => new Date(Date.UTC(2026, 3, 2, 6, 0, second)).toISOString();
const nanoseconds = (second: number) => BigInt(Date.UTC(2026, 3, 2, 6, 0, second)) * 1_000_000n;

/** A log whose records have these seconds; null is a further line of the record before. */
function read(seconds: readonly (number | null)[]) {
  const lines = seconds.map((second) =>
    second === null ? '    at pier' : `${clock(second)} INFO ferry left`,
  );
  const text = `${lines.join('\n')}\n`;
  const session = new Session();
  session.openSource({ path: 'ferry.log', role: 'log', encoding: undefined, referenceSeconds: 0 });
  session.push(new TextEncoder().encode(text));
  session.closeSource();
  const part = (from: number | null, until: number | null) =>
    session.partWithin(
      0 as SourceIndex,
      from === null ? null : nanoseconds(from),
      until === null ? null : nanoseconds(until),
    );
  return { lines, text, part };
}

describe('the part of a log within times', () => {
  const cases = [
    { name: 'a window in the middle', from: 20, until: 30, lines: [3, 5] },
    { name: 'from the beginning', from: null, until: 10, lines: [1, 2] },
    { name: 'to the end', from: 40, until: null, lines: [6, 6] },
    { name: 'all of it', from: null, until: null, lines: [1, 6] },
  ];
  it.each(cases)('$name, with further lines', ({ from, until, lines: [first, last] }) => {
    const part = read([10, null, 20, 30, null, 40]).part(from, until);
    expect(part).toMatchObject({ firstLine: first, lastLine: last });
  });

  it('is none where no record lies within', () => {
    expect(read([10, 20]).part(30, 40)).toBeUndefined();
    expect(read([10, 20]).part(14, 16)).toBeUndefined();
  });

  it('holds the bytes of its lines, and the rest is the rest', () => {
    const seconds = fc.array(fc.nat(50), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(seconds, fc.nat(50), (unordered, until) => {
        const { lines, text, part } = read(unordered.toSorted((a, b) => a - b));
        const within = part(null, until);
        const count = unordered.filter((second) => second <= until).length;
        const expected = lines
          .slice(0, count)
          .map((line) => `${line}\n`)
          .join('');
        expect(within === undefined ? '' : text.slice(within.start, within.end)).toBe(expected);
      }),
    );
  });
});

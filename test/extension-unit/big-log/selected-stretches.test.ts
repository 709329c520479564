import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stretchesBetween } from '../../../src/extension/big-log/selected-stretches';

/** Which file's next line comes next. */
const merges = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 });

it('rows selected in a merge are a stretch of each file, and no other line', async () => {
  await fc.assert(
    fc.asyncProperty(merges, fc.nat(), fc.nat(), async (sources, one, other) => {
      const sourceLines = [0, 1, 2, 3].map((file) => sources.filter((source) => source === file).length);
      const next = sourceLines.map((_, file) => sourceLines.slice(0, file).reduce((sum, n) => sum + n, 0));
      /** By place the line, counted through all files. */
      const order = sources.map((source) => next[source]++);
      const [a, b] = [one % order.length, other % order.length];
      const selected = { first: order[a] + 1, last: order[b] + 1 };
      const placesOf = async (lines: readonly number[]) => lines.map((line) => order.indexOf(line));
      const found = await stretchesBetween(selected, sourceLines, placesOf);
      const lines = found.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      );
      const wanted = order.slice(Math.min(a, b), Math.max(a, b) + 1).map((line) => line + 1);
      expect(lines).toEqual(wanted.toSorted((x, y) => x - y));
    }),
  );
});

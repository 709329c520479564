import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from '../../../src/node/datasets/jsonl-lines';
import { temporaryFolder } from '../temporary-folder';

const path = join(temporaryFolder(), 'set.jsonl');

async function linesIn(text: string, longest?: number): Promise<string[]> {
  writeFileSync(path, text);
  const lines: string[] = [];
  for await (const line of linesOf(path, longest)) lines.push(line);
  return lines;
}

it('are those between line feeds, however long they are beside the chunks of a file', async () => {
  const line = fc
    .tuple(
      fc.string({ unit: fc.constantFrom('a', '字', '😀', '\r'), maxLength: 9 }),
      fc.integer({ max: 40_000, min: 0 }),
    )
    .map(([unit, times]) => unit.repeat(times));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
      expect(await linesIn(lines.join('\n'))).toEqual(lines);
    }),
    { numRuns: 20 },
  );
});

it('end where one is too long for an example, which is named', async () => {
  const text = `{}\n\n{"text":"${'x'.repeat(6_000_000)}"}\n`;
  await expect(linesIn(text, 2_000_000)).rejects.toThrow('Line 3 of');
  expect(await linesIn(text, 7_000_000)).toHaveLength(4);
});

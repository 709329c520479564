import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { embeddedTexts } from '../../../src/node/semantic/embedded-texts';
import type { Embedder } from '../../../src/node/semantic/embedder';
import { EmbeddingCache } from '../../../src/node/semantic/embedding-cache';
import { temporaryFolder } from '../temporary-folder';

const scratch = temporaryFolder();
const { signal } = new AbortController();

/** Says the length of a text; `asked` is what it was asked. */
function lengthEmbedder(asked: string[], dimensions = 2): Embedder {
  return {
    model: 'lengths',
    async embed(texts) {
      asked.push(...texts);
      const rows = texts.flatMap((text) => [text.length, ...new Array<number>(dimensions - 1).fill(7)]);
      return { dimensions, rows: Float32Array.from(rows) };
    },
  };
}

it('each text gets its row, each different text is asked once, and none that is known', async () => {
  let files = 0;
  const texts = fc.array(fc.string({ maxLength: 5 }), { maxLength: 90 });
  await fc.assert(
    fc.asyncProperty(texts, texts, async (before, now) => {
      const folder = join(scratch, `run ${files++}`);
      const first = await EmbeddingCache.of(folder, 'lengths');
      await embeddedTexts(before, lengthEmbedder([]), first, { signal });
      await first.save();
      const asked: string[] = [];
      const known = await EmbeddingCache.of(folder, 'lengths');
      const { dimensions, rows } = await embeddedTexts(now, lengthEmbedder(asked), known, { signal });
      expect([...rows]).toEqual(now.flatMap((text) => [text.length, 7]));
      expect(dimensions).toBe(now.length === 0 ? 0 : 2);
      expect(asked).toEqual([...new Set(now)].filter((text) => !before.includes(text)));
    }),
    { numRuns: 30 },
  );
});

it('vectors of another model are not taken', async () => {
  const folder = join(scratch, 'two models');
  const one = await EmbeddingCache.of(folder, 'one');
  one.keep('a', Float32Array.of(1, 2));
  await one.save();
  expect((await EmbeddingCache.of(folder, 'one')).get('a')).toEqual(Float32Array.of(1, 2));
  expect((await EmbeddingCache.of(folder, 'two')).get('a')).toBeUndefined();
});

it('a server that answers by another model than before is asked for all again', async () => {
  const known = await EmbeddingCache.of(join(scratch, 'changed'), 'lengths');
  await embeddedTexts(['a', 'bb'], lengthEmbedder([], 2), known, { signal });
  const asked: string[] = [];
  const { dimensions, rows } = await embeddedTexts(['a', 'ccc'], lengthEmbedder(asked, 3), known, { signal });
  expect(dimensions).toBe(3);
  expect([...rows]).toEqual([1, 7, 7, 3, 7, 7]);
  expect(asked).toEqual(['ccc', 'a', 'ccc']);
});

it.each([
  ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
  ['empty', () => Buffer.alloc(0)],
  ['of another kind', () => Buffer.from('{"a": 1}')],
  ['cut in its beginning', (bytes: Buffer) => bytes.subarray(0, 24)],
])('a kept file that is %s counts as none', async (what, spoil) => {
  const folder = join(scratch, `spoilt ${what}`);
  const cache = await EmbeddingCache.of(folder, 'one');
  cache.keep('a', Float32Array.of(1, 2));
  await cache.save();
  const file = join(folder, readdirSync(folder)[0]);
  writeFileSync(file, spoil(readFileSync(file)));
  expect((await EmbeddingCache.of(folder, 'one')).get('a')).toBeUndefined();
});

it('tells how far it is, and where it cannot be kept nothing else happens', async () => {
  const file = join(scratch, 'no folder');
  writeFileSync(file, '');
  const cache = await EmbeddingCache.of(file, 'one');
  const shares: number[] = [];
  const texts = Array.from({ length: 70 }, (_, index) => `${index}`);
  const onShare = (share: number) => void shares.push(share);
  await embeddedTexts(texts, lengthEmbedder([]), cache, { signal, onShare });
  await cache.save();
  expect(shares).toEqual([0, 32 / 70, 64 / 70]);
});

it('a server that answers by another model each time is not asked for ever', async () => {
  const known = await EmbeddingCache.of(join(scratch, 'changing'), 'lengths');
  const texts = Array.from({ length: 40 }, (_, at) => `text ${at}`);
  let times = 0;
  const changing: Embedder = {
    model: 'several',
    embed: (asked, cancelled) => lengthEmbedder([], 2 + (times++ % 2)).embed(asked, cancelled),
  };
  await expect(embeddedTexts(texts, changing, known, { signal })).rejects.toThrow('Name one model');
  expect(times).toBe(4);
});

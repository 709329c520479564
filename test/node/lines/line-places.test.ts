import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlaces, placesOfLines } from '../../../src/node/lines/line-places';
import type { LinesDescriptor, ViewLine } from '../../../src/protocol/log-lines';
import type { LinePlace } from '../../../src/protocol/reading';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oddline-places-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;

/** Runs with one descriptor a source, each of which begins where the one before ended. */
async function withSources<Result>(
  sources: readonly (readonly string[])[],
  work: (descriptors: readonly LinesDescriptor[]) => Promise<Result>,
): Promise<Result> {
  let firstLine = 0;
  const descriptors = sources.map((lines, index) => {
    const path = join(folder, `${index}.log`);
    const text = lines.map((line) => `${line}\n`).join('');
    writeFileSync(path, text);
    const descriptor: LinesDescriptor = {
      descriptor: openSync(path, 'r'),
      textStart: 0,
      bytes: Buffer.byteLength(text),
      firstLine: firstLine as ViewLine,
      lines: lines.length,
    };
    firstLine += lines.length;
    return descriptor;
  });
  try {
    return await work(descriptors);
  } finally {
    for (const { descriptor } of descriptors) closeSync(descriptor);
  }
}

function placesIn(
  sources: readonly (readonly string[])[],
  lines: readonly number[],
): Promise<readonly LinePlace[]> {
  return withSources(sources, (descriptors) => placesOfLines(descriptors, lines as ViewLine[], never));
}

function foundIn(sources: readonly (readonly string[])[], places: readonly LinePlace[]) {
  return withSources(sources, (descriptors) => findPlaces(descriptors, places, never));
}

const bakery = [
  '04:00 oven lit',
  'kneading',
  '04:20 dough rests',
  'kneading',
  '',
  'kneading',
  '05:00 loaves out',
];

describe('places of lines', () => {
  it('tell equal lines apart by how many stand before them', async () => {
    const places = await placesIn([bakery], [1, 3, 5, 6]);
    expect(places.map(({ line, ordinal }) => [line, ordinal])).toEqual([
      [2, 0],
      [4, 1],
      [6, 2],
      [7, 0],
    ]);
    expect(new Set(places.map(({ key }) => key)).size).toBe(2);
  });

  it('count lines within their source', async () => {
    const places = await placesIn([['first'], bakery], [0, 1, 3]);
    expect(places.map(({ source, line }) => [source, line])).toEqual([
      [0, 1],
      [1, 1],
      [1, 3],
    ]);
  });

  it('leave out lines that are not there', async () => {
    expect(await placesIn([bakery], [7, -1])).toEqual([]);
  });
});

describe('places are found again', () => {
  const cases: readonly (readonly [
    what: string,
    changed: readonly string[],
    found: readonly (number | null)[],
  ])[] = [
    ['in the same log', bakery, [1, 3, 4, 6]],
    ['after lines were appended', [...bakery, 'kneading', '06:00 shop opens'], [1, 3, 4, 6]],
    ['behind lines put before them', ['03:50 baker wakes', ...bakery], [2, 4, 5, 7]],
    ['after the head was cut off', bakery.slice(2), [1, 1, 2, 4]],
    ['where one of them is gone', bakery.filter((line) => !line.startsWith('05:00')), [1, 3, 4, null]],
    ['in an empty log', [], [null, null, null, null]],
  ];
  it.each(cases)('%s', async (_, changed, found) => {
    const places = await placesIn([bakery], [1, 3, 4, 6]);
    expect(await foundIn([changed], places)).toEqual(found);
  });

  it('through sources that were put in another place only where they are theirs', async () => {
    const places = await placesIn([['first'], bakery], [7]);
    expect(await foundIn([['first', 'second'], bakery], places)).toEqual([8]);
    expect(await foundIn([['first']], places)).toEqual([null]);
  });
});

it('a line that stands once in a log is found wherever it went', async () => {
  const line = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ''));
  const lines = fc.array(line, { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lines, lines, lines, lines, async (before, after, newBefore, newAfter) => {
      const mark = '<the one line>';
      const [place] = await placesIn([[...before, mark, ...after]], [before.length]);
      expect(await foundIn([[...newBefore, mark, ...newAfter]], [place])).toEqual([newBefore.length]);
    }),
    { numRuns: 30 },
  );
});

it('stops when it is told to', async () => {
  const places = await placesIn([bakery], [1]);
  await expect(
    withSources([bakery], (descriptors) => findPlaces(descriptors, places, AbortSignal.abort())),
  ).rejects.toThrow();
});

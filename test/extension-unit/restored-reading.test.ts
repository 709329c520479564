import { describe, expect, it } from 'vitest';
import { restoredReading } from '../../src/extension/cases/restored-reading';
import type { Reading } from '../../src/protocol/reading';

const place = (source: number, line: number) => ({ source, line, key: `${line}`, ordinal: 0, note: '' });
const reading = {
  bookmarks: [place(0, 3), place(1, 9), place(2, 4)],
  unfolded: [place(1, 7)],
  clockOffsets: [0, 1500, -20],
} as unknown as Reading;

type Sources = readonly number[];
const cases: readonly (readonly [
  what: string,
  sources: Sources,
  marks: Sources,
  unfolded: Sources,
  offsets: Sources,
])[] = [
  ['as they were', [0, 1, 2], [0, 1, 2], [1], [0, 1500, -20]],
  ['in another order', [2, 0, 1], [2, 0, 1], [0], [1500, -20, 0]],
  ['one of them gone', [0, -1, 1], [0, 1], [], [0, -20]],
  ['with a new one between', [0, 2, 3], [0, 2, 3], [2], [0, 0, 1500, -20]],
  ['all gone', [-1, -1, -1], [], [], []],
];

describe('a reading restored over sources', () => {
  it.each(cases)('%s', (_, sources, marks, unfolded, clockOffsets) => {
    const restored = restoredReading(reading, sources);
    expect(restored.bookmarks.map(({ source }) => source)).toEqual(marks);
    expect(restored.unfolded.map(({ source }) => source)).toEqual(unfolded);
    expect(restored.clockOffsets).toEqual(clockOffsets);
  });
});

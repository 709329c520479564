import { describe, expect, test } from 'vitest';
import { entrySpan } from '../../../src/extension/source-links/entry-span';

const lines = [
  '2026-03-01T10:00:00.250000000Z {app="a"} began',
  '2026-03-01T10:00:01.000000000Z {app="a"} 2025-01-01T00:00:00.000000000Z by its own clock',
  '  at one',
  '  at two',
  '2026-03-01T10:00:59.999999999Z {app="b"} ended',
];
const spanOf = (first: number, last: number, of = lines) =>
  entrySpan(first, last, async (line) => of[line - 1]);
const ns = (text: string) => `${Date.parse(text)}000000`;

describe('the time of selected lines of a remote log', () => {
  test.each([
    ['one entry is its second', 1, 1, '2026-03-01T10:00:00Z', '2026-03-01T10:00:01Z'],
    ['several go from the first to the last', 1, 5, '2026-03-01T10:00:00Z', '2026-03-01T10:01:00Z'],
    ['lines amid an entry are of its time', 3, 4, '2026-03-01T10:00:01Z', '2026-03-01T10:00:02Z'],
  ])('%s', async (_, first, last, from, until) => {
    expect(await spanOf(first, last)).toEqual({ from: ns(from), until: ns(until) });
  });

  test('entries that came late stand behind newer ones: the range holds both', async () => {
    const late = [lines[4], lines[0]];
    expect(await spanOf(1, 2, late)).toEqual({
      from: ns('2026-03-01T10:00:00Z'),
      until: ns('2026-03-01T10:01:00Z'),
    });
  });

  test('lines of no entry have none', async () => {
    expect(await spanOf(1, 2, ['what a command wrote', 'more of it'])).toBeUndefined();
  });
});

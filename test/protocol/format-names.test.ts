import { expect, it } from 'vitest';
import { formatTable } from '../../src/engine/formats/format-table';
import { formatTitle } from '../../src/protocol/format-names';

it('every format has a title of its own', () => {
  const names = [...formatTable.map(({ name }) => name), 'text'];
  const titles = names.map((name) => formatTitle(name).pattern);
  expect(new Set(titles).size).toBe(names.length);
  expect(titles.filter((title) => names.includes(title))).toEqual([]);
});

it('an unknown name is plain text', () => {
  expect(formatTitle('of tomorrow').pattern).toBe('plain text');
});

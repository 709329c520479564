import { expect, it } from 'vitest';
import { formatTable } from '../../src/engine/formats/format-table';
import { wrapperTable } from '../../src/engine/wrappers/wrapper-table';
import { formatTitle } from '../../src/protocol/format-names';

it('every format and every wrapper has a title of its own', () => {
  const names = [...formatTable, ...wrapperTable].map(({ name }) => name).concat('text');
  const titles = names.map((name) => formatTitle(name).pattern);
  expect(new Set(titles).size).toBe(names.length);
  expect(titles.filter((title) => names.includes(title))).toEqual([]);
});

it('an unknown name is plain text', () => {
  expect(formatTitle('of tomorrow').pattern).toBe('plain text');
});

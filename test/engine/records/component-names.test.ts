import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ComponentNames } from '../../../src/engine/records/component-names';

function idOf(names: ComponentNames, name: string): number {
  const bytes = Buffer.from(`<${name}>`);
  return names.idOf(bytes, 1, bytes.length - 1);
}

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });

it('gives every name its number, in order of appearance from 1', () => {
  fc.assert(
    fc.property(fc.array(name), (given) => {
      const names = new ComponentNames();
      const distinct = [...new Set(given)];
      for (const text of given) expect(idOf(names, text)).toBe(distinct.indexOf(text) + 1);
      for (const text of distinct) expect(names.name(idOf(names, text))).toBe(text);
      expect(names.count).toBe(distinct.length + 1);
    }),
  );
});

it.each([
  ['nothing', ''],
  ['what is too long for a name', 'x'.repeat(201)],
])('%s is no component', (_, text) => {
  expect(idOf(new ComponentNames(), text)).toBe(0);
});

it('keeps a name though its bytes change afterwards', () => {
  const names = new ComponentNames();
  const bytes = Buffer.from('ledger');
  names.idOf(bytes, 0, 6);
  bytes.fill(0x78);
  expect(names.name(1)).toBe('ledger');
  expect(idOf(names, 'ledger')).toBe(1);
});

it('names as many as a column can tell apart; the others are none', () => {
  const names = new ComponentNames();
  for (let i = 1; i <= 65_535; i++) expect(idOf(names, `part${i}`)).toBe(i);
  expect(idOf(names, 'one more')).toBe(0);
  expect(idOf(names, 'part40000')).toBe(40_000);
});

it('forgets the names behind a cut, and numbers anew from there', () => {
  const names = new ComponentNames();
  for (const text of ['a', 'b', 'c']) idOf(names, text);
  names.truncate(2);
  expect([idOf(names, 'a'), idOf(names, 'c'), idOf(names, 'b')]).toEqual([1, 2, 3]);
});

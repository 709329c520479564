import { describe, expect, test } from 'vitest';
import { type Kept, keptList, readsOtherwise, withKept } from '../../../src/extension/shared/kept-list';
import { type KeptReading, plainReading, type Reading } from '../../../src/protocol/reading';

const warnings: KeptReading['filter'] = {
  clauses: [{ mode: 'include', enabled: true, test: { kind: 'level', atLeast: 'warn' } }],
  context: 0,
};
const reading = (change: Partial<Reading>): Reading => ({ ...plainReading, ...change });
const filtered = reading({ filter: warnings });
const uris = (list: readonly Kept[]) => list.map(({ uri }) => uri);

describe('how logs were read', () => {
  test('is kept of those that are not shown as they are', () => {
    const list = withKept(withKept([], { uri: 'file:///a', reading: filtered }), {
      uri: 'file:///b',
      reading: plainReading,
    });
    expect(uris(list)).toEqual(['file:///a']);
  });

  test('is forgotten once a log is shown as it is again', () => {
    const list = withKept([], { uri: 'file:///a', reading: filtered });
    expect(withKept(list, { uri: 'file:///a', reading: plainReading })).toEqual([]);
  });

  test('is kept without what has a place of its own', () => {
    const bookmark = { source: 0, line: 1, key: '', ordinal: 0, note: 'n' } as never;
    const [{ reading: kept }] = withKept([], {
      uri: 'file:///a',
      reading: reading({ noise: 2, bookmarks: [bookmark] }),
    });
    expect(Object.keys(kept).sort()).toEqual(['filter', 'highlights', 'noise', 'unfoldedTemplates']);
  });

  test('is kept of the hundred logs that were changed last', () => {
    const names = Array.from({ length: 101 }, (_, i) => `file:///${i}`);
    const all = names.reduce<readonly Kept[]>((list, uri) => withKept(list, { uri, reading: filtered }), []);
    expect(uris(all)).toEqual(names.slice(1));
  });

  test('is not kept where it would fill the state of the workspace', () => {
    const highlights = [{ kind: 'word', text: 'x'.repeat(300_000), colour: 1 }] as const;
    expect(withKept([], { uri: 'file:///a', reading: reading({ highlights }) })).toEqual([]);
  });
});

describe('what was kept', () => {
  const whole = { uri: 'file:///a', reading: withKept([], { uri: '', reading: filtered })[0].reading };

  test('comes back as it was, through JSON', () => {
    expect(keptList(JSON.parse(JSON.stringify([whole])))).toEqual([whole]);
  });

  test.each([
    ['nothing', undefined],
    ['no list', { whole }],
    ['no uri', [{ reading: whole.reading }]],
    ['a notch there is not', [{ ...whole, reading: { ...whole.reading, noise: 9 } }]],
    ['a clause of another kind', [{ ...whole, reading: { ...whole.reading, filter: { clauses: [{}] } } }]],
    ['no highlights', [{ ...whole, reading: { ...whole.reading, highlights: undefined } }]],
  ])('is left out where it is %s', (_, data) => {
    expect(keptList(data)).toEqual([]);
  });
});

describe('a log is read otherwise', () => {
  test.each([
    ['by a clause', { filter: warnings }, true],
    ['by the dial', { noise: 1 as const }, true],
    ['not by context alone', { filter: { clauses: [], context: 3 } }, false],
    ['not by its zone, which a setting keeps', { zone: 'UTC' }, false],
  ])('%s', (_, change, isOther) => {
    expect(readsOtherwise(reading(change), plainReading)).toBe(isOther);
  });
});

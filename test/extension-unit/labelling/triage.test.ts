import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, Triage } from '../../../src/extension/labelling/triage/triage';

/** `a1`, `a2`: two of group a. */
const candidates = (...names: readonly string[]): Candidate[] =>
  names.map((id) => ({ id, group: id.slice(0, 1) }));

type Key = 'y' | 'Y' | 's' | 'back' | 'u';

function press(triage: Triage<Candidate>, key: Key): void {
  if (key === 'y') triage.label('group');
  else if (key === 'Y') triage.label('one');
  else if (key === 's') triage.skip();
  else if (key === 'back') triage.back();
  else triage.undo();
}

const walks: readonly { title: string; keys: readonly Key[]; visits: readonly (string | undefined)[] }[] = [
  { title: 'a key labels the whole group', keys: ['y', 'y'], visits: ['a1', 'b1', 'c1'] },
  { title: 'a line only leaves the others of its group', keys: ['Y', 'Y'], visits: ['a1', 'a2', 'b1'] },
  {
    title: 'what is skipped does not come again',
    keys: ['s', 's', 's', 's'],
    visits: ['a1', 'a2', 'b1', 'c1', undefined],
  },
  { title: 'back goes to what was skipped last', keys: ['s', 's', 'back'], visits: ['a1', 'a2', 'b1', 'a2'] },
  { title: 'undo goes back to what was labelled', keys: ['y', 's', 'u'], visits: ['a1', 'b1', 'c1', 'a1'] },
  { title: 'nothing to undo changes nothing', keys: ['u', 'back'], visits: ['a1', 'a1', 'a1'] },
  { title: 'it ends when all is said', keys: ['y', 'y', 'y'], visits: ['a1', 'b1', 'c1', undefined] },
];

test.each(walks)('$title', ({ keys, visits }) => {
  const triage = new Triage(candidates('a1', 'a2', 'b1', 'c1'));
  const seen = [triage.current?.id];
  for (const key of keys) {
    press(triage, key);
    seen.push(triage.current?.id);
  }
  expect(seen).toEqual(visits);
});

test('when the log is judged anew, what is looked at stays, and what was said stays said', () => {
  const triage = new Triage(candidates('a1', 'b1', 'c1'));
  triage.label('group');
  triage.refresh(candidates('d1', 'b1', 'a2', 'c1'));
  expect(triage.current?.id).toBe('b1');
  expect(triage.left).toBe(3);
  triage.skip();
  expect(triage.current?.id).toBe('d1');
});

test('what is looked at and gone by now gives way to the next', () => {
  const triage = new Triage(candidates('a1', 'b1'));
  triage.refresh(candidates('b1'));
  expect(triage.current?.id).toBe('b1');
});

test('what was labelled comes back with undo although the log was judged without it meanwhile', () => {
  const triage = new Triage(candidates('a1', 'b1'));
  triage.label('group');
  triage.refresh(candidates('b1'));
  triage.refresh(candidates('a1', 'b1'));
  expect(triage.undo()).toBe(true);
  expect(triage.current?.id).toBe('a1');
});

test('whatever is pressed, nothing is asked twice but by back and undo, and undo and back give back all', () => {
  const names = fc.uniqueArray(fc.constantFrom('a1', 'a2', 'a3', 'b1', 'b2', 'c1'), { minLength: 1 });
  const keys = fc.array(fc.constantFrom<Key>('y', 'Y', 's'), { maxLength: 8 });
  fc.assert(
    fc.property(names, keys, (given, pressed) => {
      const triage = new Triage(candidates(...given));
      const seen: string[] = [];
      for (const key of pressed) {
        if (triage.current) seen.push(triage.current.id);
        press(triage, key);
      }
      expect(new Set(seen).size).toBe(seen.length);
      while (triage.undo());
      while (triage.back());
      expect([triage.labelled, triage.skipped, triage.left]).toEqual([0, [], given.length]);
    }),
  );
});

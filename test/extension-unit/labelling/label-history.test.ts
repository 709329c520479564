import { expect, test } from 'vitest';
import { LabelHistory, type Step } from '../../../src/extension/labelling/label-history';

/** Steps that add their name to what holds, and take it away. */
function counting() {
  const holds = new Set<string>();
  const step = (what: string): Step => ({
    what,
    undo: async () => {
      holds.delete(what);
      return null;
    },
    redo: async () => {
      holds.add(what);
      return null;
    },
  });
  return { holds, step };
}

async function after(...names: readonly string[]) {
  const { holds, step } = counting();
  const history = new LabelHistory();
  const steps = names.map(step);
  for (const one of steps) {
    await one.redo();
    history.did(one);
  }
  return { holds, step, history, steps };
}

test('steps are taken back the last first, and done again', async () => {
  const { holds, history } = await after('a', 'b');
  await history.undo();
  await history.undo();
  expect([...holds]).toEqual([]);
  expect(await history.undo()).toBeUndefined();
  await history.redo();
  expect([...holds]).toEqual(['a']);
});

test('one step can be taken back from between, once', async () => {
  const { holds, history, steps } = await after('a', 'b');
  await history.undo(steps[0]);
  expect([...holds]).toEqual(['b']);
  expect(await history.undo(steps[0])).toBeUndefined();
});

test('after something new nothing is done again', async () => {
  const { history, step } = await after('a');
  await history.undo();
  history.did(step('b'));
  expect(await history.redo()).toBeUndefined();
});

test('what cannot be taken back can be tried again', async () => {
  const history = new LabelHistory();
  let isFull = true;
  history.did({
    what: 'a',
    undo: async () => {
      if (isFull) throw new Error('disk full');
      return null;
    },
    redo: async () => null,
  });
  await expect(history.undo()).rejects.toThrow('disk full');
  isFull = false;
  expect((await history.undo())?.step.what).toBe('a');
});

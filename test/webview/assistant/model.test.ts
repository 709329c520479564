import { expect, test } from 'vitest';
import type { TurnStatus } from '../../../src/protocol/assistant';
import { type Change, isRunning, Model } from '../../../webview/assistant/model';
import { assistantState, noAnswer, turn } from '../harness/assistant-states';

function followed(turns: readonly ReturnType<typeof turn>[]) {
  const model = new Model(assistantState({ turns }));
  const changes: Change[] = [];
  const end = model.onChange((change) => changes.push(change));
  return { model, changes, end };
}

test('pieces of text go on with the answer of their turn', () => {
  const { model, changes } = followed([turn(), turn({ id: 't2', status: 'answering', answer: noAnswer })]);
  model.textTold({ turn: 't2', text: 'The pool ' });
  model.textTold({ turn: 't2', text: 'ran dry' });
  expect(model.state.turns.map(({ answer }) => answer.rest)).toEqual(['', 'The pool ran dry']);
  expect(changes.map(({ kind }) => kind)).toEqual(['text', 'text']);
  expect(model.running?.id).toBe('t2');
});

test('a piece of a turn that is not there is nobody’s', () => {
  const { model, changes } = followed([turn()]);
  model.textTold({ turn: 'gone', text: 'The pool' });
  expect(changes).toEqual([]);
  expect(model.state.turns).toEqual([turn()]);
});

test('a turn takes its place, or is the last', () => {
  const { model } = followed([turn(), turn({ id: 't2' })]);
  model.turnTold(turn({ usage: 'new' }));
  model.turnTold(turn({ id: 't3' }));
  expect(model.state.turns.map(({ id, usage }) => [id, usage === 'new'])).toEqual([
    ['t1', true],
    ['t2', false],
    ['t3', false],
  ]);
});

test('who no longer listens hears nothing', () => {
  const { model, changes, end } = followed([turn()]);
  end();
  model.focusTold('Why?');
  expect(changes).toEqual([]);
});

test.for<[TurnStatus, boolean]>([
  ['waiting', true],
  ['investigating', true],
  ['answering', true],
  ['done', false],
  ['stopped', false],
  ['cut', false],
  ['failed', false],
])('a turn that is %s runs: %s', ([status, expected]) => {
  expect(isRunning(turn({ status }))).toBe(expected);
});

import { expect, test } from 'vitest';
import { longestQuestion, type ModelState, type SlashCommandHelp } from '../../../src/protocol/assistant';
import { obstacle } from '../../../webview/assistant/composer/obstacle';

const none: ModelState = { kind: 'none', doors: [] };
const chosen: ModelState = {
  kind: 'chosen',
  name: 'm',
  badge: { kind: 'local', text: 'local' },
  localhost: null,
  privacy: {
    redacts: true,
    decidedBy: 'setting',
    text: '',
    detail: 'Secrets are hidden from whoever answers.',
  },
};

const commands: readonly SlashCommandHelp[] = [
  { name: 'summary', help: '', needsModel: false },
  { name: 'compare', help: '', needsModel: true },
  { name: 'next', help: '', needsModel: false },
];
const noModel = 'No model is chosen yet: choose who answers first. These need none: /summary /next';

test.for<[string, string | null, ModelState, string | null]>([
  ['nothing is in the way', null, chosen, null],
  ['the host knows what is', 'The log has gone.', chosen, 'The log has gone.'],
  ['there is no model', null, none, noModel],
  ['the log comes first', 'The log has gone.', none, 'The log has gone.'],
])('%s', ([, problem, model, told]) => {
  expect(obstacle({ problem, model, commands }, 'Why?')).toBe(told);
});

test.for<[string, string | null]>([
  ['/summary', null],
  ['／next of the cart', null],
  ['/compare', noModel],
  ['summary', noModel],
  ['/summaries', noModel],
])('without a model, %s', ([question, told]) => {
  expect(obstacle({ problem: null, model: none, commands }, question)).toBe(told);
});

test('a question longer than the host takes is not sent, and says so', () => {
  const state = { problem: null, model: chosen, commands };
  expect(obstacle(state, 'x'.repeat(longestQuestion))).toBe(null);
  expect(obstacle(state, 'x'.repeat(longestQuestion + 1))).toBe(
    'A question may have 100,000 characters, and this one has 100,001: shorten it, or add lines as context.',
  );
});

import { describe, expect, it } from 'vitest';
import { checkedChoices, checkedCommand } from '../../../src/extension/datasets/checks';
import type { DatasetChoices } from '../../../src/protocol/dataset';

const choices: DatasetChoices = {
  format: 'openai',
  unit: { kind: 'windows', least: 2, most: 4 },
  takesFindings: true,
  balances: false,
  labelledOnly: true,
  splitBy: 'time',
  shares: { train: 8, validation: 1, test: 1 },
  language: 'zh',
  redacts: false,
  maxTokens: 512,
  seed: 0,
  drafts: true,
};

describe('what the page chooses', () => {
  it.each<[string, DatasetChoices]>([
    ['windows', choices],
    ['sessions', { ...choices, unit: { kind: 'sessions' }, maxTokens: null }],
  ])('is taken as it is: %s', (_, chosen) => {
    expect(checkedChoices(chosen)).toEqual(chosen);
  });

  it('takes nothing along that was not agreed on', () => {
    const more = { ...choices, labels: '/etc/passwd', out: '/', installation: '/tmp', replaces: true };
    expect(checkedChoices(more)).toEqual(choices);
  });

  it('hides secrets unless it says that it does not', () => {
    const { redacts, ...silent } = choices;
    expect(redacts).toBe(false);
    expect(checkedChoices(silent).redacts).toBe(true);
    expect(checkedChoices({ ...choices, redacts: 'off' }).redacts).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['another format', { ...choices, format: 'constructor' }],
    ['another order', { ...choices, splitBy: 'name' }],
    ['another language', { ...choices, language: 'fr' }],
    ['windows turned around', { ...choices, unit: { kind: 'windows', least: 5, most: 2 } }],
    ['empty windows', { ...choices, unit: { kind: 'windows', least: 0, most: 2 } }],
    ['no share for training', { ...choices, shares: { train: 0, validation: 1, test: 1 } }],
    ['a negative share', { ...choices, shares: { train: 1, validation: -1, test: 1 } }],
    ['a limit of nothing', { ...choices, maxTokens: 0 }],
    ['a seed that is none', { ...choices, seed: 1.5 }],
  ])('is refused: %s', (_, value) => {
    expect(() => checkedChoices(value)).toThrow();
  });
});

it.each(['deleteEverything', 'toString', 7])('no other command is run: %s', (name) => {
  expect(() => checkedCommand(name)).toThrow();
});

import { expect, it } from 'vitest';
import { labelsWishes } from '../../src/cli/commands/labels-wishes';

it.each([
  ['no log', [], 'No log named'],
  ['a choice of nothing', ['x.log', '--on-conflict', 'take'], '--on-conflict goes with --import'],
  ['weights of nothing', ['x.log', '--apply'], '--apply goes with --learn'],
  ['a wrong choice', ['x.log', '--import', 'x', '--on-conflict', 'ask'], '--on-conflict takes'],
  ['no proposals', ['x.log', '--next', '0'], '--next takes'],
])('labels refuses %s', async (_, args, told) => {
  await expect(labelsWishes(args)).rejects.toThrow(told);
});

it('labels imports nothing that contradicts unless told', async () => {
  const { imported } = await labelsWishes(['x.log', '--import', 'known.csv']);
  expect(imported).toEqual({ path: 'known.csv', onConflict: 'fail' });
});

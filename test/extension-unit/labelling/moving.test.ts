import { beforeEach, expect, test, vi } from 'vitest';
import type { KeptWeights } from '../../../src/node/store/store-folder';
import type { AgreedWeights } from '../../../src/node/store/weights';
import { analysedLog } from '../analysed-log';

const told: string[] = [];
const asked: { readonly detail: string; readonly buttons: readonly string[] }[] = [];
let pressed: string | undefined;

vi.mock('vscode', async () => ({
  ...(await import('../vscode-stand-in')),
  env: { language: 'en' },
  workspace: { isTrusted: true },
  window: {
    showInformationMessage: async (text: string) => void told.push(text),
    showWarningMessage: async (_: string, { detail }: { detail: string }, ...buttons: string[]) => {
      asked.push({ detail, buttons });
      return pressed;
    },
  },
}));
const { moveToWorkspace } = await import('../../../src/extension/labelling/moving');

beforeEach(() => {
  told.length = 0;
  asked.length = 0;
});

const measure = (f1: number) => ({ precision: 1, recall: 1, f1 });
const weights = (by: string, f1: number): AgreedWeights => ({
  ...{ bias: 0, weights: {}, folds: 5, groups: 20, records: 100, by, at: '2026-11-22T13:00:00Z' },
  before: measure(0.5),
  after: measure(f1),
});

type Labeller = Parameters<typeof moveToWorkspace>[1];
type Corrections = Parameters<typeof moveToWorkspace>[2];

/** Weights stand in both places, unless told otherwise. Resolves with what was kept; undefined where nothing was moved. */
async function moved(areTwo = true): Promise<KeptWeights | null | undefined> {
  let kept: KeptWeights | null | undefined;
  const heeding: Pick<Labeller['heeding'], 'places'> = {
    places: async () =>
      ({ own: { workspaceFolder: '/logs' } }) as Awaited<ReturnType<Labeller['heeding']['places']>>,
  };
  const labeller: Pick<Labeller, 'heeding' | 'moveTo'> = {
    heeding: heeding as Labeller['heeding'],
    moveTo: async (_folder, _log, choose) => {
      kept = areTwo ? await choose(weights('Ada', 0.9), weights('Mei', 0.8)) : null;
      return kept === undefined ? undefined : { kept };
    },
  };
  const corrections: Pick<Corrections, 'moveToWorkspace'> = { moveToWorkspace: async () => true };
  await moveToWorkspace(analysedLog([]), labeller as Labeller, corrections as Corrections);
  return kept;
}

test.each([
  ['Use Mine', 'moved', 'Your learned weights are used, in the place'],
  ["Use the Workspace's", 'there', 'The learned weights of the workspace are used, in the place of yours'],
  ['Keep Both', 'both', 'Your learned weights stay on this machine and are used here'],
])('of weights that are there and here it asks, and says which are used: %s', async (button, kept, said) => {
  pressed = button;
  expect(await moved()).toBe(kept);
  expect(told.join()).toContain('What was taught about this log is now in /logs/.oddline. ');
  expect(told.join()).toContain(said);
  const [{ detail, buttons }] = asked;
  expect(buttons).toHaveLength(3);
  expect(detail).toMatch(/^Mine: F1 0\.50 → 0\.90 · Ada, .*\nThe workspace's: F1 0\.50 → 0\.80 · Mei, /);
});

test('where the question is closed nothing is moved, and nothing is said to be', async () => {
  pressed = undefined;
  expect(await moved()).toBeUndefined();
  expect(told).toEqual([]);
});

test('of weights that stand in one place nothing is asked', async () => {
  expect(await moved(false)).toBeNull();
  expect(asked).toEqual([]);
  expect(told.join()).not.toContain('weights');
});

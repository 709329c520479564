import { describe, expect, test } from 'vitest';
import type { DashboardState } from '../../../src/protocol/dashboard';
import type { Frame } from '../../../webview/dashboard/frame/frame';
import { Model } from '../../../webview/dashboard/model';
import { Refreshing } from '../../../webview/dashboard/refreshing';
import type { Shown } from '../../../webview/dashboard/shown';

const state = { range: null, log: null } as unknown as DashboardState;
const range = (from: string) => ({ from, until: null });

/** A card that shows the range once it is answered, and what its frame was told. */
function card() {
  const model = new Model({ call: async () => undefined as never }, state);
  const answers: ((isWell: boolean) => void)[] = [];
  const told: string[] = [];
  const frame = {
    waiting: () => undefined,
    show: (shown: Shown) => told.push(shown.kind === 'empty' ? shown.text : ''),
    fail: () => told.push('failed'),
  } as unknown as Frame;
  const section = {
    shows: ['range'] as const,
    refresh: (signal: AbortSignal) =>
      new Promise<Shown>((resolve, reject) => {
        const text = model.range?.from ?? 'all';
        signal.addEventListener('abort', () => reject(signal.reason));
        answers.push((isWell) =>
          isWell ? resolve({ kind: 'empty', text }) : reject(new Error('The worker ended.')),
        );
      }),
  };
  let again = () => {};
  const make = async (askAgain: () => void) => {
    again = askAgain;
    return section;
  };
  return { model, answers, told, card: new Refreshing(frame, make, model), again: () => again() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a card that a report waits for', () => {
  test('is complete once the answer that overtook another is shown', async () => {
    const { model, answers, told, card: one } = card();
    let isComplete = false;
    const complete = one.complete().then(() => {
      isComplete = true;
    });
    await settled();
    model.rangeTold(range('7'));
    await settled();
    expect([isComplete, answers.length]).toEqual([false, 2]);
    answers[1](true);
    await complete;
    expect(told).toEqual(['7']);
  });

  test('is asked once where it is on its way already', async () => {
    const { answers, told, card: one } = card();
    one.onScreen(true);
    await settled();
    const complete = one.complete();
    answers[0](true);
    await complete;
    expect([answers.length, told]).toEqual([1, ['all']]);
  });

  test('is waited for no longer when it failed, and asked again the next time', async () => {
    const { answers, told, card: one } = card();
    const complete = one.complete();
    await settled();
    answers[0](false);
    await complete;
    expect(told).toEqual(['failed']);
    const again = one.complete();
    await settled();
    answers[1](true);
    await again;
    expect(told).toEqual(['failed', 'all']);
  });
});

test('a card that asks anew for a reason of its own shows that answer, also where the one before comes later', async () => {
  const { model, answers, told, card: one, again } = card();
  one.onScreen(true);
  await settled();
  answers[0](true);
  await settled();
  model.rangeTold(range('7'));
  await settled();
  again();
  await settled();
  answers[2](true);
  await settled();
  answers[1](true);
  await settled();
  expect([answers.length, told]).toEqual([3, ['all', '7']]);
});

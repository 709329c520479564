import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { QuestionEstimate } from '../../../src/protocol/assistant';
import { type EstimateShown, Estimating, estimateText } from '../../../webview/assistant/composer/estimating';
import type { Host } from '../../../webview/assistant/host';

const estimate = (promptTokens: number): QuestionEstimate => ({
  promptTokens,
  mostAnswerTokens: 2000,
  cost: '',
});

interface Asked {
  readonly text: string;
  readonly signal: AbortSignal | undefined;
  readonly answer: (estimate: QuestionEstimate) => void;
  readonly fail: () => void;
}

/** Answers when the test says so. */
function slowHost(): { readonly host: Pick<Host, 'call'>; readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const call = (_method: string, { text }: { text: string }, { signal }: { signal?: AbortSignal }) =>
    new Promise((resolve, reject) => {
      asked.push({ text, signal, answer: resolve, fail: () => reject(new Error('no')) });
    });
  return { host: { call: call as Host['call'] }, asked };
}

describe('what a question would cost', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function begin() {
    const shown: EstimateShown[] = [];
    const { host, asked } = slowHost();
    return { shown, asked, estimating: new Estimating(host, (one) => shown.push(one)) };
  }

  test('is asked for once nobody types any more', async () => {
    const { estimating, asked, shown } = begin();
    for (const text of ['w', 'wh', 'why']) estimating.changed({ text });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ text }) => text)).toEqual(['why']);
    asked[0].answer(estimate(3100));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown.at(-1)).toEqual(estimate(3100));
  });

  test('of a question that was typed on is cancelled, and shown no more', async () => {
    const { estimating, asked, shown } = begin();
    estimating.changed({ text: 'why' });
    await vi.advanceTimersByTimeAsync(1000);
    estimating.changed({ text: 'why not' });
    expect(asked[0].signal?.aborted).toBe(true);
    asked[0].answer(estimate(1));
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown.at(-1)).toBe('counting');
    asked[1].answer(estimate(2));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown.at(-1)).toEqual(estimate(2));
    expect(shown).not.toContainEqual(estimate(1));
  });

  test('of nothing is not asked for', async () => {
    const { estimating, asked, shown } = begin();
    estimating.changed({ text: 'why' });
    estimating.changed({ text: '' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([]);
    expect(shown.at(-1)).toBe('none');
  });

  test('is left out where the host cannot say', async () => {
    const { estimating, asked, shown } = begin();
    estimating.changed({ text: 'why' });
    await vi.advanceTimersByTimeAsync(1000);
    asked[0].fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown.at(-1)).toBe('none');
  });
});

test.for<[EstimateShown, string]>([
  ['none', ''],
  ['counting', 'Counting tokens…'],
  [estimate(3100), 'about 3,100 tokens · at most 2,000 answered'],
  [
    { ...estimate(3100), cost: 'about 0.004 USD' },
    'about 3,100 tokens · at most 2,000 answered · about 0.004 USD',
  ],
])('%j reads “%s”', ([shown, words]) => {
  expect(estimateText(shown).replaceAll('\u00a0', ' ')).toBe(words);
});

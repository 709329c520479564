import { describe, expect, test } from 'vitest';
import type { DashboardState } from '../../../../src/protocol/dashboard';
import type { ScoreShape } from '../../../../src/protocol/log-shape';
import { scoresOf } from '../../../../webview/dashboard/scores/score-answers';
import type { SectionParts } from '../../../../webview/dashboard/section';

interface Asked {
  readonly signal: AbortSignal;
  answer(): void;
  fail(error: Error): void;
}

/** A page whose host answers when it is told to. */
function page() {
  const asked: Asked[] = [];
  const state = { log: { version: 1 } } as DashboardState;
  const model = { state, range: null };
  const host = {
    call: (_method: string, _window: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise<ScoreShape>((resolve, reject) => {
        const answer = () => resolve({ records: asked.length } as ScoreShape);
        asked.push({ signal, answer, fail: reject });
      }),
  };
  const parts = { host, model } as unknown as Pick<SectionParts, 'host' | 'model'>;
  return { asked, parts, model };
}

describe('two cards ask for the same scores', () => {
  test('once', async () => {
    const { asked, parts } = page();
    const both = [
      scoresOf(parts, new AbortController().signal),
      scoresOf(parts, new AbortController().signal),
    ];
    asked[0].answer();
    expect(await Promise.all(both)).toEqual([{ records: 1 }, { records: 1 }]);
    expect(asked).toHaveLength(1);
  });

  test('it goes on while one of them waits', () => {
    const { asked, parts } = page();
    const [one, other] = [new AbortController(), new AbortController()];
    void scoresOf(parts, one.signal);
    void scoresOf(parts, other.signal);
    one.abort();
    expect(asked[0].signal.aborted).toBe(false);
    other.abort();
    expect(asked[0].signal.aborted).toBe(true);
  });

  test('anew for another result, after both left, and after it failed', async () => {
    const { asked, parts, model } = page();
    const first = scoresOf(parts, new AbortController().signal);
    asked[0].fail(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    const left = new AbortController();
    void scoresOf(parts, left.signal);
    left.abort();
    void scoresOf(parts, new AbortController().signal);
    model.state = { log: { version: 2 } } as DashboardState;
    void scoresOf(parts, new AbortController().signal);
    expect(asked).toHaveLength(4);
  });
});

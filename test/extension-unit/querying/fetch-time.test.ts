import { describe, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';

vi.mock('vscode', () => import('../vscode-stand-in'));

const { fetchTimeText } = await import('../../../src/extension/querying/fetch-time');
const { FetchPaces } = await import('../../../src/extension/shared/fetch-paces');

function memory(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  } as vscode.Memento;
}

describe('how long fetching takes', () => {
  test.each([
    [1_000_000, 40_000, 'about 25 s, as fast as last time'],
    [123_456, 40_000, 'about 3.1 s, as fast as last time'],
    [10, 40_000, 'about 1 s, as fast as last time'],
    [50_000_000, 100_000, 'about 8 min 20 s, as fast as last time'],
    [1_000_000, null, 'up to 59 s from most servers'],
  ])('%i entries at %o a second', (entries, pace, text) => {
    expect(fetchTimeText(entries, pace)).toBe(text);
  });

  test('goes by what the source itself took last, and not by a handful of entries', async () => {
    const kept = memory();
    await new FetchPaces(kept).took('shop', 100_000, 2000);
    await new FetchPaces(kept).took('mail', 60_000, 2000);
    await new FetchPaces(kept).took('shop', 3, 1);
    expect(['shop', 'mail', 'new'].map((name) => new FetchPaces(kept).of(name))).toEqual([
      50_000,
      30_000,
      null,
    ]);
  });
});

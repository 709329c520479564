import { expect, it } from 'vitest';
import { PackedLogs } from '../../../src/extension/assistant/packed-log';
import type { AnalysedLog, LogQuestions } from '../../../src/extension/shared/analyses';

const log = {} as AnalysedLog;
const request = { focus: null } as unknown as Parameters<LogQuestions['evidencePack']>[0];
const pack = { tokens: 7 };

/** A log whose packs are made when that is told. */
function packing() {
  const asked: { readonly signal: AbortSignal | undefined; readonly make: () => void }[] = [];
  const evidencePack = (_: unknown, signal?: AbortSignal) =>
    new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      asked.push({ signal, make: () => resolve(pack) });
    });
  const packs = new PackedLogs();
  const of = () => packs.of(log, { evidencePack } as unknown as LogQuestions, () => undefined);
  return { asked, of };
}

it('a question waits for the pack that what it would cost began to make, though that is given up', async () => {
  const { asked, of } = packing();
  const estimate = new AbortController();
  const estimated = of().evidencePack(request, estimate.signal);
  const question = of().evidencePack(request, new AbortController().signal);
  estimate.abort();
  await expect(estimated).rejects.toThrow();
  asked[0].make();
  expect(await question).toBe(pack);
  expect(asked).toHaveLength(1);
});

it('a pack that nobody waits for is made no further, and anew for the next question', async () => {
  const { asked, of } = packing();
  const estimate = new AbortController();
  const estimated = of().evidencePack(request, estimate.signal);
  estimate.abort();
  await expect(estimated).rejects.toThrow();
  expect(asked[0].signal?.aborted).toBe(true);
  const question = of().evidencePack(request);
  asked[1].make();
  expect(await question).toBe(pack);
});

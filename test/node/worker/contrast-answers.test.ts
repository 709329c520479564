import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateFleetLog } from '../../../src/engine/dataset/generator/fleet/fleet-log';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type { ContrastRequest } from '../../../src/protocol/log-shape';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
const [fleet, shop] = ['fleet', 'shop'].map((name) => join(folder, `${name}.log`));
const { text, cause } = generateFleetLog({
  ...{ seed: 4, rhythm: 'steady', layout: 'logfmt', cause: 'code', requests: 3_000 },
});
const within = (ms: number) => `${Math.round(ms)}000000`;
const request: ContrastRequest = {
  focus: { from: within(cause?.fromMs ?? 0), until: within(cause?.untilMs ?? 0) },
  ...{ against: null, values: 'exact', limit: 10 },
};
let client: AnalysisWorkerClient;

beforeAll(async () => {
  client = new AnalysisWorkerClient({ workerPath: await builtWorker(folder) });
  writeFileSync(fleet, text);
  writeFileSync(shop, generateShopLog({ seed: 4 }).text);
});
afterAll(() => client.dispose());

function analyse(path: string) {
  const input = { kind: 'file' as const, path, encoding: 'utf8' };
  return client.analyse({ input, baselines: [], from: null, until: null });
}

describe('the worker', () => {
  it('says what is different in a window, by lines of the view', async () => {
    await analyse(fleet);
    const { contrasts, lookedAt, focusRecords } = await client.contrast(request);
    expect(lookedAt).toBeNull();
    expect(focusRecords).toBeGreaterThan(100);
    const code = contrasts.find(({ value }) => value === cause?.value);
    expect(text.split('\n')[code?.line ?? 0]).toContain(`with code ${cause?.value}`);
    expect(code?.filter).toEqual({ kind: 'field', name: 'code', value: cause?.value });
  });

  it('gives the same again, and no more than asked for', async () => {
    const all = await client.contrast(request);
    expect(await client.contrast(request)).toEqual(all);
    const one = await client.contrast({ ...request, limit: 1 });
    expect(one.contrasts).toEqual(all.contrasts.slice(0, 1));
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const asked = client.contrast(request, abort.signal);
    abort.abort();
    await expect(asked).rejects.toThrow();
  });

  it('says since when, what is new and what is loudest', async () => {
    await analyse(shop);
    const headlines = await client.headlines();
    expect(headlines.map(({ kind }) => kind)).toEqual(['since', 'new', 'loudest']);
    for (const { line } of headlines) expect(line).toBeGreaterThan(0);
  });
});

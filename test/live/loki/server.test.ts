import { afterAll, beforeAll, expect, it } from 'vitest';
import { lokiMissing } from '../../../scripts/live/build-loki.mjs';
import { type LiveLoki, startLoki } from '../../../scripts/live/loki.mjs';
import { lokiVersion } from '../../../scripts/live/loki-module.mjs';
import { pushLoki } from '../../../scripts/live/push-loki.mjs';
import { describeLive } from '../live-server';
import { ago, numbered, second } from './streams';

/** What the other tests take for granted of the server they start. */
describeLive('A Loki of our own', lokiMissing(), () => {
  let loki: LiveLoki;
  beforeAll(async () => {
    loki = await startLoki({ auth: true });
  });
  afterAll(() => loki?.end());

  async function countOf(tenant: string | null): Promise<number | string> {
    const query = new URLSearchParams({ query: 'sum(count_over_time({app="belt"}[1h]))' });
    const headers = tenant === null ? undefined : { 'x-scope-orgid': tenant };
    const answer = await fetch(`${loki.url}/loki/api/v1/query?${query}`, headers && { headers });
    if (!answer.ok) return `${answer.status} ${(await answer.text()).trim()}`;
    const { data } = (await answer.json()) as { data: { result: { value: [number, string] }[] } };
    return Number(data.result[0]?.value[1] ?? 0);
  }

  it('is the version it was built from', async () => {
    const answer = await fetch(`${loki.url}/loki/api/v1/status/buildinfo`);
    expect(await answer.json()).toMatchObject({ version: lokiVersion });
  });

  it('keeps what was pushed through kill -9, apart for each tenant', async () => {
    const belt = numbered({ labels: { app: 'belt' }, count: 2000, from: ago(600), stepNs: second / 100n });
    await pushLoki(loki.url, [belt], 'north');
    expect(await countOf('north')).toBe(2000);

    await loki.kill();
    await expect(fetch(`${loki.url}/ready`)).rejects.toThrow();
    await loki.start();

    expect(await countOf('north')).toBe(2000);
    expect(await countOf('south')).toBe(0);
    expect(await countOf(null)).toBe('401 no org id');
  });
});

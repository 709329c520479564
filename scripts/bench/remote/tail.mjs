import { statSync } from 'node:fs';
import { pushLoki } from '../../live/push-loki.mjs';
import { median } from '../statistics.mjs';
import { epochSeconds, queryOf, second, sourceAt } from './sources.mjs';

/** @param {string} file @param {number} least */
async function untilBytes(file, least) {
  while (statSync(file).size < least) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** @param {{ sources: any, url: string, pushes: number }} parts */
export async function measureTail({ sources, url, pushes }) {
  const spool = await sources.openRemoteSpool();
  let phase = '';
  const service = new sources.SourcesService({
    transport: new sources.NodeTransport({ secretOf: async () => null }),
    readers: sources.sourceReaders,
    onProgress: (/** @type {{ phase: string }} */ snapshot) => {
      phase = snapshot.phase;
    },
  });
  const cancel = new AbortController();
  const query = queryOf('live', (epochSeconds() - 60n) * second, (epochSeconds() + 3600n) * second);
  const request = { id: 2, source: sourceAt(url), query, spool: spool.path, after: null };
  const tail = service.tail(request, cancel.signal).catch(() => undefined);
  while (phase !== 'live') await new Promise((resolve) => setTimeout(resolve, 5));
  const latencies = [];
  for (let at = 0; at < pushes; at++) {
    const before = statSync(spool.path).size;
    const began = performance.now();
    const entries = [{ time: `${BigInt(Date.now()) * 1_000_000n}`, text: `event ${at}` }];
    await pushLoki(url, [{ labels: { app: 'live' }, entries }]);
    await untilBytes(spool.path, before + 1);
    latencies.push(performance.now() - began);
  }
  cancel.abort();
  await tail;
  await spool.close();
  latencies.sort((a, b) => a - b);
  return { pushes, medianMs: median(latencies), worstMs: latencies.at(-1) };
}

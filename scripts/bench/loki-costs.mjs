import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startLoki } from '../live/loki.mjs';
import { parcelBatches } from '../live/parcel-lines.mjs';
import { pushLoki } from '../live/push-loki.mjs';
import { runMain } from '../progress.mjs';

/**
 * `node scripts/bench/loki-costs.mjs [--lines 1000000]`: what a question costs Loki, in seconds of its own processor time, over lines that
 * it has flushed to its chunks (docs/scale.md). The best of three; one JSON object a line.
 */
const { values } = parseArgs({ options: { lines: { type: 'string', default: '1000000' } } });
const lines = Number(values.lines);
const second = 1_000_000_000n;
const from = (BigInt(Math.floor(Date.now() / 1000)) - 7200n) * second;
const until = from + 3700n * second;
const selector = '{app="parcels"}';

const metric = (/** @type {string} */ query) => ({ path: 'query_range', query, step: '60' });
const page = (/** @type {string} */ limit) => ({
  path: 'query_range',
  query: selector,
  limit,
  direction: 'forward',
});
const questions = {
  'index/stats': { path: 'index/stats', query: selector },
  'index/volume_range': { path: 'index/volume_range', query: selector, step: '60' },
  count_over_time: metric(`sum(count_over_time(${selector}[1m]))`),
  'count_over_time by level': metric(`sum by (detected_level) (count_over_time(${selector}[1m]))`),
  'count_over_time behind a filter': metric(`sum(count_over_time(${selector} |= "late" [1m]))`),
  'count_over_time behind logfmt': metric(
    `sum by (level) (count_over_time(${selector} | logfmt level [1m]))`,
  ),
  detected_fields: { path: 'detected_fields', query: selector },
  'a page of 1,000': page('1000'),
  'a page of 5,000': page('5000'),
};

/** @param {string} url @param {string} name */
async function metricOf(url, name) {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
}

const processorSeconds = (/** @type {string} */ url) => metricOf(url, 'process_cpu_seconds_total');

/** @param {string} url @param {{ path: string } & Record<string, string>} question */
async function costOf(url, { path, ...parameters }) {
  let best = { processor: Number.POSITIVE_INFINITY, seconds: Number.POSITIVE_INFINITY, bytes: 0 };
  for (let round = 0; round < 3; round++) {
    // Another end each time: Loki keeps answers of the index.
    const query = new URLSearchParams({ ...parameters, start: `${from}`, end: `${until + BigInt(round)}` });
    const before = await processorSeconds(url);
    const began = performance.now();
    const bytes = (await (await fetch(`${url}/loki/api/v1/${path}?${query}`)).arrayBuffer()).byteLength;
    const seconds = (performance.now() - began) / 1000;
    const processor = (await processorSeconds(url)) - before;
    if (processor < best.processor) best = { processor, seconds, bytes };
  }
  return best;
}

/** Until all are in chunks: the index counts those alone. @param {string} url */
async function flush(url) {
  await fetch(`${url}/flush`, { method: 'POST' });
  for (let tries = 0; tries < 240; tries++) {
    if ((await metricOf(url, 'loki_ingester_memory_chunks')) === 0) break;
    await wait(250);
  }
  const query = new URLSearchParams({ query: selector, start: `${from}`, end: `${until + 7n}` });
  console.log(await (await fetch(`${url}/loki/api/v1/index/stats?${query}`)).text());
}

await runMain(async () => {
  const loki = await startLoki();
  try {
    const stepNs = (3600n * second) / BigInt(lines);
    for (const batch of parcelBatches({ count: lines, from, stepNs, streams: 4, app: 'parcels' }))
      await pushLoki(loki.url, [batch]);
    await flush(loki.url);
    for (const [name, question] of Object.entries(questions))
      console.log(JSON.stringify({ name, ...(await costOf(loki.url, question)) }));
  } finally {
    await loki.end();
  }
});

import { statSync } from 'node:fs';
import { segmentWorker } from '../engine.mjs';
import { median } from '../statistics.mjs';
import { bareLoop, recording } from './bare-loop.mjs';
import { queryOf, sourceAt } from './sources.mjs';

/** @typedef {{ sources: any, engine: any, url: string, lines: number, from: bigint, until: bigint }} FetchParts */
/** @typedef {{ seconds: number, processor: number, server: number }} Timed */
/** @typedef {{ fetched: Timed, analysed: Timed, bare: Timed, bytes: number }} Round */

const never = new AbortController().signal;

/** Seconds of the processor that a Loki took so far. @param {string} url */
async function serverSeconds(url) {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1]);
}

/**
 * Seconds, and those of the processor, of this process and of the server: what a busy machine changes little.
 * @param {string} url
 * @param {() => Promise<unknown>} work
 * @returns {Promise<Timed>}
 */
async function timed(url, work) {
  const serverBefore = await serverSeconds(url);
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, processor: (user + system) / 1e6, server: (await serverSeconds(url)) - serverBefore };
}

/**
 * One fetch and analysis, and what was asked for it.
 * @param {FetchParts} parts
 */
async function fetchOnce({ sources, engine, url, lines, from, until }) {
  /** @type {import('./bare-loop.mjs').Asked[]} */
  const asked = [];
  const spool = await sources.openRemoteSpool();
  const service = new sources.SourcesService({
    transport: recording(new sources.NodeTransport({ secretOf: async () => null }), asked),
    readers: sources.sourceReaders,
    onProgress: () => undefined,
  });
  const request = { id: 1, source: sourceAt(url), query: queryOf('parcels', from, until), spool: spool.path };
  const fetched = await timed(url, async () => {
    const { entries } = await service.fetch(request, never);
    if (entries !== lines) throw new Error(`fetched ${entries} of ${lines}`);
  });
  const analysed = await timed(url, async () => {
    const segments = { workerPath: segmentWorker, threads: 2 };
    const log = await engine.openLogFile(spool.path);
    await engine.analyseLogs({ logs: [log], segments });
    await log.close();
  });
  const spoolBytes = statSync(spool.path).size;
  await spool.close();
  return { asked, fetched, analysed, spoolBytes };
}

/**
 * A first fetch that nobody measures says what is asked, and Loki has then read all of it once. Each round does both in turns, the
 * one that begins changing from round to round: Loki is quicker at times (it flushes chunks, and collects garbage), and what comes
 * second finds it warmer. So what counts is the share within a round, the median over all.
 * @param {FetchParts & { rounds: number }} parts
 */
export async function measureFetch({ rounds, ...parts }) {
  const { asked, spoolBytes } = await fetchOnce(parts);
  /** @type {Round[]} */
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const result = await (round % 2 === 0 ? bareLast(parts, asked) : bareFirst(parts, asked));
    console.error(JSON.stringify(result));
    results.push(result);
  }
  const of = (/** @type {(one: Round) => number} */ value) => median(results.map(value));
  return {
    ...{ lines: parts.lines, rounds, requests: asked.length, spoolBytes, bytes: results[0]?.bytes },
    ...{ bareSeconds: of(({ bare }) => bare.seconds), fetchSeconds: of(({ fetched }) => fetched.seconds) },
    fetchProcessorSeconds: of(({ fetched }) => fetched.processor),
    bareProcessorSeconds: of(({ bare }) => bare.processor),
    fetchServerSeconds: of(({ fetched }) => fetched.server),
    bareServerSeconds: of(({ bare }) => bare.server),
    analyseProcessorSeconds: of(({ analysed }) => analysed.processor),
    analyseSeconds: of(({ analysed }) => analysed.seconds),
    fetchShareOfBare: of(({ bare, fetched }) => bare.seconds / fetched.seconds),
    shareOfBare: of(({ bare, fetched, analysed }) => bare.seconds / (fetched.seconds + analysed.seconds)),
    linesPerSecond: of(({ fetched }) => parts.lines / fetched.seconds),
  };
}

/** @param {FetchParts} parts @param {readonly import('./bare-loop.mjs').Asked[]} asked @returns {Promise<Round>} */
async function bareLast(parts, asked) {
  const { fetched, analysed } = await fetchOnce(parts);
  return { fetched, analysed, ...(await bareOnce(parts, asked)) };
}

/** @param {FetchParts} parts @param {readonly import('./bare-loop.mjs').Asked[]} asked @returns {Promise<Round>} */
async function bareFirst(parts, asked) {
  const bare = await bareOnce(parts, asked);
  const { fetched, analysed } = await fetchOnce(parts);
  return { fetched, analysed, ...bare };
}

/** @param {FetchParts} parts @param {readonly import('./bare-loop.mjs').Asked[]} asked @returns {Promise<{ bare: Timed, bytes: number }>} */
async function bareOnce({ url }, asked) {
  let bytes = 0;
  const bare = await timed(url, async () => {
    bytes = await bareLoop(url, asked);
  });
  return { bare, bytes };
}

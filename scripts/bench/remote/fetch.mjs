import { statSync } from 'node:fs';
import { segmentWorker } from '../engine.mjs';
import { median } from '../statistics.mjs';
import { bareLoop, recording } from './bare-loop.mjs';
import { queryOf, sourceAt } from './sources.mjs';

/** @typedef {{ sources: any, engine: any, url: string, lines: number, from: bigint, until: bigint }} FetchParts */
/** @typedef {{ seconds: number, processor: number }} Timed */
/** @typedef {{ fetched: Timed, analysed: Timed, bare: Timed, bytes: number }} Round */

const never = new AbortController().signal;

/** Seconds, and those of this process's own processor time: what a busy machine cannot change. @param {() => Promise<unknown>} work */
async function timed(work) {
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
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
  const fetched = await timed(async () => {
    const { entries } = await service.fetch(request, never);
    if (entries !== lines) throw new Error(`fetched ${entries} of ${lines}`);
  });
  const analysed = await timed(async () => {
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
  const bare = await timed(async () => {
    bytes = await bareLoop(url, asked);
  });
  return { bare, bytes };
}

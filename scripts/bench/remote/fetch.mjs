import { statSync } from 'node:fs';
import { segmentWorker } from '../engine.mjs';
import { bareLoop, recording } from './bare-loop.mjs';
import { epochSeconds, queryOf, second, sourceAt } from './sources.mjs';

/** @typedef {{ sources: any, engine: any, url: string, lines: number, from: bigint }} FetchParts */

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
 * One fetch and analysis, then the bare loop of what was asked.
 * @param {FetchParts} parts
 */
async function measureOnce({ sources, engine, url, lines, from }) {
  /** @type {import('./bare-loop.mjs').Asked[]} */
  const asked = [];
  const spool = await sources.openRemoteSpool();
  const service = new sources.SourcesService({
    transport: recording(new sources.NodeTransport({ secretOf: async () => null }), asked),
    readers: sources.sourceReaders,
    onProgress: () => undefined,
  });
  const query = queryOf('parcels', from, epochSeconds() * second);
  const request = { id: 1, source: sourceAt(url), query, spool: spool.path };
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
  let bytes = 0;
  const bare = await timed(async () => {
    bytes = await bareLoop(url, asked);
  });
  const spoolBytes = statSync(spool.path).size;
  await spool.close();
  return { fetched, analysed, bare, requests: asked.length, bytes, spoolBytes };
}

/** The best of several rounds of each. @param {FetchParts & { rounds: number }} parts */
export async function measureFetch({ rounds, ...parts }) {
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const result = await measureOnce(parts);
    console.error(JSON.stringify(result));
    results.push(result);
  }
  const bare = Math.min(...results.map((one) => one.bare.seconds));
  const fetched = Math.min(...results.map((one) => one.fetched.seconds));
  const both = Math.min(...results.map((one) => one.fetched.seconds + one.analysed.seconds));
  const { requests, bytes, spoolBytes } = results[results.length - 1];
  return {
    ...{ lines: parts.lines, requests, bytes, spoolBytes },
    ...{ bareSeconds: bare, fetchSeconds: fetched, fetchAndAnalyseSeconds: both },
    ...{ fetchShareOfBare: bare / fetched, shareOfBare: bare / both, linesPerSecond: parts.lines / fetched },
  };
}

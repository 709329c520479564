import { inCheckout } from '../checkout.mjs';
import { corpora, corpusFile } from './corpora.mjs';
import { buildEngine, loadEngine } from './engine.mjs';
import { median } from './statistics.mjs';
import { timed } from './timed-process.mjs';

/**
 * `node scripts/bench/window.mjs [MEGABYTES]`: what the last hour and the last minute of a large log in order of time cost (5,000 MB
 * unless told): until the start is found, until its line number is known, and `oddline analyze --since` as a whole (built before).
 * Milliseconds, medians of five processes, the file in the page cache.
 */

const rounds = 5;
const [service] = corpora;
const [command, bytes] = process.argv.slice(2);

/** @param {string} path @param {number} seconds */
async function measureOnce(path, seconds) {
  const { openLogFile, windowLogs } = await loadEngine();
  const log = await openLogFile(path);
  const began = performance.now();
  const window = windowLogs([log], { from: { beforeEnd: BigInt(seconds) * 1_000_000_000n }, until: null });
  const found = performance.now() - began;
  await window.logs[0].beginning.linesBefore();
  console.log(JSON.stringify({ found, numbered: performance.now() - began, bytes: window.logs[0].size }));
  await log.close();
}

/** @param {string} path @param {string} since @param {number} seconds */
async function measure(path, since, seconds) {
  const parts = [];
  const wholes = [];
  for (let round = 0; round < rounds; round++) {
    const { output } = await timed(process.execPath, [import.meta.filename, 'once', path, String(seconds)]);
    parts.push(JSON.parse(output));
    const analyze = [inCheckout('dist/cli.js'), 'analyze', path, '--since', since, '--format', 'json'];
    wholes.push((await timed(process.execPath, analyze)).seconds * 1000);
  }
  const middle = (/** @type {number[]} */ values) => Math.round(median(values));
  return {
    since,
    readBytes: parts[0].bytes,
    startFound: middle(parts.map(({ found }) => found)),
    numbered: middle(parts.map(({ numbered }) => numbered)),
    analyze: middle(wholes),
  };
}

if (command === 'once') await measureOnce(bytes, Number(process.argv[4]));
else {
  const { seededRandom } = await buildEngine({ minify: true });
  const path = corpusFile(service, Number(command ?? 5000) * 1e6, seededRandom);
  // Into the page cache; what is printed is kept, so not by `cat`.
  await timed('wc', ['-l', path]);
  for (const [since, seconds] of /** @type {const} */ ([
    ['1m', 60],
    ['1h', 3600],
  ])) {
    console.log(JSON.stringify(await measure(path, since, seconds)));
  }
}

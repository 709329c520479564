import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkout, inCheckout } from '../checkout.mjs';
import { corpora, corpusFile } from './corpora.mjs';
import { buildEngine } from './engine.mjs';
import { median } from './statistics.mjs';

/**
 * `node scripts/bench/lines.mjs [MEGABYTES]`: how long the big-log editor waits for text (500 MB unless told), the file in the page cache:
 * from opening to the first page, to the whole index; 200 jumps to any row, 100 rows each, while it is indexed and afterwards, of all
 * lines and of every third; memory of the process. Milliseconds as the asking thread sees them, best of three rounds. Prints the table
 * of docs/performance.md.
 */

const rounds = 3;
const jumps = 200;
const rowsAPage = 100;
/** Nobody asks for more than a page a frame. */
const frameMs = 16;
const [service] = corpora;
const client = inCheckout('.cache/bench/lines-client.mjs');
const workerPath = inCheckout('.cache/bench/lines-worker.js');

async function buildLines() {
  const shared = /** @type {const} */ ({
    absWorkingDir: checkout,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    logLevel: 'warning',
  });
  const lines = 'src/node/lines/lines-worker';
  await build({ ...shared, entryPoints: [`${lines}-client.ts`], outfile: client, format: 'esm' });
  await build({ ...shared, entryPoints: [`${lines}.ts`], outfile: workerPath, format: 'cjs' });
  return import(pathToFileURL(client).href);
}

/** @param {() => Promise<unknown>} work */
async function millisecondsOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** @param {any} lines @param {number} rows @param {number} count @param {() => number} random */
async function jumpTimes(lines, rows, count, random) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const start = { kind: 'row', row: Math.floor(random() * rows) };
    times.push(await millisecondsOf(() => lines.page({ start, before: 0, rows: rowsAPage })));
  }
  return times;
}

/** @param {readonly number[]} times */
function percentile95(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
}

/** @param {number} lines */
function everyThird(lines) {
  const bits = new Uint8Array(Math.ceil(lines / 8));
  for (let line = 0; line < lines; line += 3) bits[line >>> 3] |= 1 << (line & 7);
  return { lines: bits.buffer, context: null, folds: null, order: null };
}

/** @param {any} LinesWorkerClient @param {string} path @param {() => number} random */
async function measureOnce(LinesWorkerClient, path, random) {
  const memoryBefore = process.memoryUsage.rss();
  const lines = new LinesWorkerClient({ workerPath });
  // The thread starts in some 30 ms; the editor starts it while its view is made.
  await lines.follow(false).catch(() => undefined);
  const start = { kind: 'row', row: 0 };
  let indexed = 0;
  const began = performance.now();
  const opened = await lines.open({ sources: [{ kind: 'file', path, encoding: undefined }] });
  await lines.page({ start, before: 0, rows: rowsAPage });
  const firstPage = performance.now() - began;
  const indexing = lines.indexed().then((/** @type {any} */ progress) => {
    indexed = performance.now() - began;
    return progress;
  });
  /** @type {number[]} */
  const early = [];
  while (indexed === 0) {
    early.push(...(await jumpTimes(lines, opened.progress.estimatedLines, 1, random)));
    await setTimeout(frameMs);
  }
  const progress = await indexing;
  const all = await jumpTimes(lines, progress.lines, jumps, random);
  const shown = await lines.show(everyThird(progress.lines));
  const third = await jumpTimes(lines, shown.rows, jumps, random);
  const memory = process.memoryUsage.rss() - memoryBefore;
  await lines.dispose();
  return { firstPage, indexed, early, all, third, memory, bytes: progress.bytes, lines: progress.lines };
}

const [megabytes = '500'] = process.argv.slice(2);
const { seededRandom } = await buildEngine({ minify: true });
const path = corpusFile(service, Number(megabytes) * 1e6, seededRandom);
const { LinesWorkerClient } = await buildLines();
const random = seededRandom(7);
/** @type {Awaited<ReturnType<typeof measureOnce>>[]} */
const measured = [];
for (let round = 0; round < rounds; round++)
  measured.push(await measureOnce(LinesWorkerClient, path, random));

/** @param {(round: (typeof measured)[number]) => number} value */
const best = (value) => Math.min(...measured.map(value));
/** @param {'early' | 'all' | 'third'} which */
const jumpsOf = (which) =>
  `${best((round) => median(round[which])).toFixed(1)} / ${best((round) => percentile95(round[which])).toFixed(1)}`;
const [{ bytes, lines }] = measured;
const indexed = best((round) => round.indexed);
const cells = [
  `${Math.round(bytes / 1e6)} MB, ${(lines / 1e6).toFixed(1)} M lines`,
  best(({ firstPage }) => firstPage).toFixed(1),
  `${Math.round(indexed)} (${(bytes / 1e6 / indexed).toFixed(1)} GB/s)`,
  jumpsOf('early'),
  jumpsOf('all'),
  jumpsOf('third'),
  `${Math.round(best(({ memory }) => memory) / 1e6)} MB`,
];
console.log(
  '| Log | First page | Indexed | Jump while indexing | Jump | Jump, a third shown | Memory |\n|---|---:|---:|---:|---:|---:|---:|',
);
console.log(`| ${cells.join(' | ')} |`);

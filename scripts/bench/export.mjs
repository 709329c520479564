import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildEngine } from './engine.mjs';

/**
 * `node scripts/bench/export.mjs [records]`: a log of the generator (1,000,000 records unless told) exported as sequences, twice
 * each without and with redaction, the better of both. Prints JSON: megabytes a second of output from the second pass on (what
 * reads, masks and writes), the same by the seconds of CPU that all threads took (what a busy machine does not spoil), seconds of the analysis before, by how much the memory held grew while it was written (garbage of
 * before is gone by then), and the longest that anybody else on the thread waited for a turn, in milliseconds: a cancellation, too.
 */
const records = Number(process.argv[2] ?? 1_000_000);
const rounds = 2;
const megabyte = 1e6;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const { analyseLogs, englishInstructions, exportDataset, generateShopLog, openLogFile, datasetFormats } =
  await buildEngine({ minify: true });

const folder = mkdtempSync(join(tmpdir(), 'oddline-bench-export-'));
const path = join(folder, 'shop.log');
writeFileSync(path, generateShopLog({ seed: 1, records }).text);

/** @param {string} out @param {boolean} redacts @param {any} finished */
function taskOf(out, redacts, finished) {
  return {
    ...{ finished, redacts, out },
    paths: [path],
    storeFiles: [],
    labels: undefined,
    stored: [],
    takesFindings: true,
    format: datasetFormats.find((/** @type {{ name: string }} */ { name }) => name === 'sequence'),
    settings: {
      unit: { kind: 'windows', least: 6, most: 15 },
      shares: { train: 8, validation: 1, test: 1 },
      balances: false,
      seed: 1,
    },
    instructions: englishInstructions,
    language: 'en',
    say: (/** @type {{ pattern: string }} */ { pattern }) => pattern,
    maxTokens: null,
    replaces: true,
    version: 'bench',
    command: [],
    signal: new AbortController().signal,
  };
}

/** @param {boolean} redacts @param {any} finished */
async function measured(redacts, finished) {
  const out = join(folder, redacts ? 'masked' : 'open');
  let began = 0;
  let ended = 0;
  let most = 0;
  collect();
  const held = process.memoryUsage().rss;
  const turns = monitorEventLoopDelay({ resolution: 5 });
  turns.enable();
  let cpuBefore = process.cpuUsage();
  let cpu = { user: 0, system: 0 };
  const onProgress = () => {
    if (began === 0) {
      began = performance.now();
      cpuBefore = process.cpuUsage();
    }
    cpu = process.cpuUsage(cpuBefore);
    ended = performance.now();
    most = Math.max(most, process.memoryUsage().rss);
  };
  const whole = performance.now();
  const { card } = await exportDataset({ ...taskOf(out, redacts, finished), onProgress });
  const seconds = (performance.now() - whole) / 1000;
  const bytes = card.files.reduce(
    (/** @type {number} */ sum, /** @type {{ bytes: number }} */ file) => sum + file.bytes,
    0,
  );
  return {
    megabytes: Math.round(bytes / megabyte),
    writingMBs: Math.round(bytes / megabyte / ((ended - began) / 1000)),
    writingMBsOfCpu: Math.round(bytes / (cpu.user + cpu.system)),
    wholeMBs: Math.round(bytes / megabyte / seconds),
    grownByMB: Math.round((most - held) / megabyte),
    longestWaitMs: Math.round(turns.max / megabyte),
  };
}

try {
  const began = performance.now();
  const finished = await analyseLogs({ logs: [await openLogFile(path)] });
  const analysisSeconds = Math.round((performance.now() - began) / 100) / 10;
  const memoryMB = Math.round(process.memoryUsage().rss / megabyte);
  const result = {
    records,
    megabytes: Math.round(statSync(path).size / megabyte),
    analysisSeconds,
    memoryMB,
  };
  for (const redacts of [false, true]) {
    const runs = [];
    for (let round = 0; round < rounds; round++) runs.push(await measured(redacts, finished));
    runs.sort((a, b) => b.writingMBs - a.writingMBs);
    Object.assign(result, { [redacts ? 'masked' : 'open']: runs[0] });
  }
  process.stdout.write(`${JSON.stringify({ ...result, load: loadavg()[0] })}\n`);
  await Promise.all(finished.sources.map((/** @type {{ close(): Promise<void> }} */ log) => log.close()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { checkout, inCheckout } from '../checkout.mjs';

/**
 * `seconds`: of all targets together; `runs`: of each of them.
 * @typedef {{ seed: number, only?: string, replay?: string | undefined } & ({ seconds: number } | { runs: number })} FuzzPlan
 * @typedef {{ began?: string, passed?: string, runs?: number, failed?: string, error?: string, file?: string }} FuzzEvent
 */

/** Inputs end within a second of processor time. A target that says nothing for so much longer than it should hangs. */
const hangMs = 120_000;
/** Ten times what the engine needs for the largest inputs, so that an input that fills the memory ends its process soon. */
const heapMegabytes = 512;

const folder = inCheckout('test-results/fuzz');
const program = inCheckout('.cache/fuzz/fuzz-process.mjs');

async function buildProgram() {
  await build({
    absWorkingDir: checkout,
    entryPoints: ['test/fuzz/fuzz-process.ts'],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  });
}

/**
 * Tries the fuzz targets one after another, in a process of their own that is ended when it hangs. Yields what it says; where it
 * hangs or dies (out of memory), the input it was trying is kept.
 * @param {FuzzPlan} plan
 * @returns {AsyncGenerator<FuzzEvent>}
 */
export async function* runFuzz({ only = '', ...plan }) {
  await buildProgram();
  const options = JSON.stringify({ ...plan, only, folder });
  const child = spawn(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${heapMegabytes}`, program, options],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const seconds = 'seconds' in plan ? plan.seconds : 0;
  const deadline = setTimeout(() => child.kill('SIGKILL'), seconds * 1000 + hangMs);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      deadline.refresh();
      yield JSON.parse(line);
    }
    const [code, signal] = await ended;
    if (code !== 0)
      yield { failed: 'the process', error: `ended with ${code ?? signal}`, file: kept(plan.seed) };
  } finally {
    clearTimeout(deadline);
    child.kill('SIGKILL');
  }
}

/** @param {number} seed */
function kept(seed) {
  const running = path.join(folder, `running-${seed}.json`);
  const file = path.join(folder, `ended-${seed}.json`);
  if (existsSync(running)) renameSync(running, file);
  return file;
}

import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from './child-process.mjs';

const GRACE_MS = 5_000;

/** @param {string} text @returns {number[]} */
function scanProc(text) {
  const named = (/** @type {string} */ pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
    } catch {
      return false; // It ended between the listing and the look.
    }
  };
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && named(entry))
    .map(Number);
}

/** @param {string} text @returns {Promise<number[]>} */
async function scanPs(text) {
  const table = await run('ps', ['-axo', 'pid=,args='], { quiet: true });
  return table
    .split('\n')
    .filter((row) => row.includes(text))
    .map((row) => Number.parseInt(row, 10));
}

/**
 * The processes whose command line holds `text`: how to find again what a started program has detached from us.
 * Dead ones that nobody has collected have no command line and do not count.
 * @param {string} text
 */
export async function processesNaming(text) {
  const found = process.platform === 'linux' ? scanProc(text) : await scanPs(text);
  return found.filter((pid) => pid !== process.pid);
}

/** @param {readonly number[]} pids @param {NodeJS.Signals} signal */
function signalAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // Already gone: what was wanted.
    }
  }
}

/**
 * Ends them: asked first, killed after 5 s.
 * @param {string} text
 */
export async function endProcessesNaming(text) {
  const deadline = performance.now() + GRACE_MS;
  signalAll(await processesNaming(text), 'SIGTERM');
  while ((await processesNaming(text)).length > 0 && performance.now() < deadline) await wait(50);
  signalAll(await processesNaming(text), 'SIGKILL');
}

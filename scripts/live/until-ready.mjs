import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { ToldError } from '../progress.mjs';

/** @param {string} address @param {(answer: Response) => boolean | Promise<boolean>} isReady */
async function answersWell(address, isReady) {
  try {
    return await isReady(await fetch(address, { signal: AbortSignal.timeout(2_000) }));
  } catch {
    return false;
  }
}

/** @param {string} logFile */
const lastWords = (logFile) => readFileSync(logFile, 'utf8').slice(-4_000);

/**
 * Resolves when the server at `address` answers as `isReady` wants; rejects when its process ended, or after `limitMs`.
 * @param {import('./kept-process.mjs').KeptProcess} server
 * @param {{ address: string, logFile: string, limitMs: number, isReady?: (answer: Response) => boolean | Promise<boolean> }} options
 */
export async function untilReady(server, { address, logFile, limitMs, isReady = (answer) => answer.ok }) {
  const deadline = performance.now() + limitMs;
  while (!(await answersWell(address, isReady))) {
    if (!server.isRunning()) throw new ToldError(`The server of ${address} ended:\n${lastWords(logFile)}`);
    if (performance.now() > deadline) {
      throw new ToldError(`${address} is not ready after ${limitMs / 1000} s:\n${lastWords(logFile)}`);
    }
    await wait(50);
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { CommandFailed } from './child-process.mjs';

const pauses = [5, 20];

/**
 * A download, tried three times in all: one lost connection does not end a run of half an hour. What has come before is not loaded anew
 * by the tools that are asked (npm, pip, Go, Maven, apt-get), as each keeps it.
 * @template T
 * @param {string} what as told to whoever watches
 * @param {() => Promise<T>} work rejects with CommandFailed
 * @param {{ pause?: (seconds: number) => Promise<unknown> }} [parts]
 * @returns {Promise<T>}
 */
export async function triedAgain(what, work, { pause = (seconds) => wait(seconds * 1000) } = {}) {
  for (const seconds of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      console.log(`  ${what} failed, and is tried again in ${seconds} s:\n${error.message}`);
      await pause(seconds);
    }
  }
  return work();
}

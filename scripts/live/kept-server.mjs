import { rmSync } from 'node:fs';
import { untilReady } from './until-ready.mjs';

/**
 * A server of one test. What it holds survives `kill` and `start`.
 * @typedef {object} LiveServer
 * @property {string} url without a slash at the end; the same after a new start
 * @property {string} logFile
 * @property {() => Promise<void>} kill as by kill -9
 * @property {() => Promise<void>} start after `kill`: resolves when it is ready again
 * @property {() => Promise<void>} end nothing of it is left
 */

/**
 * Starts a server and resolves when it is ready; where it never is, nothing of it is left.
 * @param {object} parts
 * @param {string} parts.folder all it writes; removed at its end
 * @param {string} parts.url
 * @param {string} parts.logFile
 * @param {string} parts.readyAddress
 * @param {number} parts.limitMs
 * @param {() => ReturnType<typeof import('./kept-process.mjs').startKept>} parts.launch
 * @returns {Promise<LiveServer>}
 */
export async function startServer({ folder, url, logFile, readyAddress, limitMs, launch }) {
  const whenReady = () => untilReady(server, { address: readyAddress, logFile, limitMs });
  let server = launch();
  const kill = () => server.end('SIGKILL');
  const end = async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const start = async () => {
    server = launch();
    await whenReady();
  };
  try {
    await whenReady();
  } catch (error) {
    await end();
    throw error;
  }
  return { url, logFile, kill, start, end };
}

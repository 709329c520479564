import { fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} KeptProcess
 * @property {Promise<number | null>} exited the exit code
 * @property {() => boolean} isRunning
 * @property {(signal: NodeJS.Signals) => Promise<void>} end resolves when it is gone
 */

/**
 * Starts a program that never outlives this process. What it prints is appended to `logFile`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ logFile: string, cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {KeptProcess}
 */
export function startKept(command, args, { logFile, cwd, env = process.env }) {
  const log = openSync(logFile, 'a');
  const keeper = fork(path.join(import.meta.dirname, 'keeper.mjs'), [command, ...args], {
    cwd,
    env,
    execArgv: [],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  let running = true;
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => {
    keeper.once('exit', (code) => {
      running = false;
      resolve(code);
    });
  });
  return {
    exited,
    isRunning: () => running,
    async end(signal) {
      if (running && keeper.connected) keeper.send(signal);
      await exited;
    },
  };
}

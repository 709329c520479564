import { spawn } from 'node:child_process';
import { CommandFailed } from '../child-process.mjs';

/** @typedef {{ seconds: number, output: string }} TimedRun */

/**
 * Runs a command to its end: wall-clock seconds from its start to its exit, what a person waits. Its standard input is
 * empty, its standard output is kept.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<TimedRun>}
 */
export async function timed(command, args, env = process.env) {
  const began = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const output = [];
  /** @type {Buffer[]} */
  const errors = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => errors.push(chunk));
  const [code, ended] = await new Promise((resolve, reject) => {
    let exited = 0;
    child.once('error', reject);
    child.once('exit', () => {
      exited = performance.now();
    });
    child.once('close', (exitCode, signal) => resolve([exitCode ?? signal, exited]));
  });
  if (code !== 0) throw new CommandFailed([command, ...args].join(' '), code, `${Buffer.concat(errors)}`);
  return { seconds: (ended - began) / 1000, output: `${Buffer.concat(output)}` };
}

import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { ToldError } from './progress.mjs';

const KEPT_OUTPUT = 64 * 1024;
const GRACE_MS = 5_000;

/** A command that ended with another code than 0. */
export class CommandFailed extends ToldError {
  /**
   * @param {string} command
   * @param {number | string} code exit code or signal
   * @param {string} output the end of what it printed, if that was kept back
   */
  constructor(command, code, output) {
    super(`${command} ended with ${code}${output ? `\n${output}` : ''}`);
  }
}

/**
 * Runs a command to its end. `quiet` keeps its output back until it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 * @returns {Promise<string>} the last 64 KiB printed when quiet, else nothing
 */
export async function run(command, args, { cwd, env = process.env, quiet = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let output = '';
  const keep = (/** @type {Buffer} */ chunk) => {
    output = (output + chunk).slice(-KEPT_OUTPUT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  if (code !== 0) throw new CommandFailed([command, ...args].join(' '), code, output);
  return output;
}

/** @param {number} group */
function isAlive(group) {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {number} group @param {NodeJS.Signals} signal */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch {
    // Already gone: what was wanted.
  }
}

/** @param {number} group @param {number} limitMs */
async function untilGone(group, limitMs) {
  const deadline = performance.now() + limitMs;
  while (isAlive(group) && performance.now() < deadline) await wait(25);
}

/**
 * Starts a command that leads a process group of its own, so that everything it starts can be ended as one. It never
 * outlives this process: the group is killed when this process exits.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output: number | 'ignore' | 'inherit' }} options
 */
export async function startGroup(command, args, { cwd, env, output }) {
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', output, output] });
  await new Promise((resolve, reject) => child.once('spawn', () => resolve(undefined)).once('error', reject));
  const group = /** @type {number} */ (child.pid);
  const killNow = () => signalGroup(group, 'SIGKILL');
  process.once('exit', killNow);
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(`${code ?? signal}`)));
  return {
    /** Resolves with the exit code or signal of the command itself. */
    exited,
    /** Resolves when nothing of the group is left: asked first, killed after 5 s. */
    async end() {
      signalGroup(group, 'SIGTERM');
      await untilGone(group, GRACE_MS);
      killNow();
      await untilGone(group, GRACE_MS);
      process.off('exit', killNow);
    },
  };
}

/** Resolves with the name of the first signal that asks this process to end; from then on it no longer ends by itself. */
export function endRequested() {
  /** @type {Promise<NodeJS.Signals>} */
  const requested = new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => resolve(signal));
  });
  return requested;
}

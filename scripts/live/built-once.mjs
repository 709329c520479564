import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { step } from '../progress.mjs';

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} lock a file with the process that builds @returns {boolean} whether that is this one now */
function takeLock(lock) {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch {
    // Left by a process that was killed: the next try takes it.
    if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} folder @param {(folder: string) => Promise<void>} build */
async function buildInto(folder, build) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  await build(unfinished);
  renameSync(unfinished, folder);
}

/**
 * Builds `folder` where it is missing. It appears under its name only when it is complete, so an interrupted build is never taken for
 * one; a second process that wants the same waits for the first.
 * @param {string} folder
 * @param {string} what as told to whoever watches
 * @param {(folder: string) => Promise<void>} build
 */
export async function builtOnce(folder, what, build) {
  const lock = `${folder}.lock`;
  mkdirSync(path.dirname(folder), { recursive: true });
  while (!existsSync(folder)) {
    if (!takeLock(lock)) {
      await wait(250);
      continue;
    }
    try {
      if (!existsSync(folder)) await step(`${what}, into ${folder}`, () => buildInto(folder, build));
    } finally {
      rmSync(lock, { force: true });
    }
  }
  return folder;
}

import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from './make-folder';
import { notWritten } from './store-problems';

/** How often who holds a lock says that it is still there. */
const beatMs = 1_000;
/** Far more than a busy machine keeps a beat waiting. */
const leftBehindMs = 15_000;
const lookMs = 20;

export interface HeldLock {
  /** False where it was taken for left behind, as after a long sleep of the machine: what is written then may undo another's change. */
  isHeld(): Promise<boolean>;
}

/**
 * Does the work while no other process does any on the file: VS Code windows, and command lines. `.NAME.lock` beside it names who holds
 * it; one whose process has ended, or that shows no sign of life, is taken over. Rejects with InputError where the folder takes no lock.
 */
export async function whileLocked<Result>(
  path: string,
  work: (lock: HeldLock) => Promise<Result>,
  /** A lock that shows no sign for so long, by the clock of who waits, was left behind. */
  patienceMs = leftBehindMs,
): Promise<Result> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const own = `${hostname()} ${process.pid} ${randomUUID()}`;
  try {
    await makeFolder(dirname(path));
    await take(lock, own, patienceMs);
  } catch (error) {
    throw notWritten(path, error);
  }
  const isHeld = async () => (await holderOf(lock)) === own;
  const beating = setInterval(() => void beat(lock), beatMs);
  beating.unref();
  try {
    return await work({ isHeld });
  } finally {
    clearInterval(beating);
    if (await isHeld()) await rm(lock, { force: true });
  }
}

async function take(lock: string, own: string, patienceMs: number): Promise<void> {
  let seen = '';
  let since = performance.now();
  while (!(await isMade(lock, own))) {
    const holder = await holderOf(lock);
    if (holder === null) continue;
    const sign = `${holder} ${await lastBeat(lock)}`;
    if (sign !== seen) since = performance.now();
    seen = sign;
    if (hasEnded(holder) || performance.now() - since > patienceMs) await takeAway(lock, holder);
    else await wait(lookMs);
  }
}

async function isMade(lock: string, own: string): Promise<boolean> {
  try {
    await writeFile(lock, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Of several who take it away at once one gets it: whoever finds that it got the lock of the next gives that back. */
async function takeAway(lock: string, holder: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const got = await holderOf(aside);
  if (got !== null && got !== holder) await isMade(lock, got);
  await rm(aside, { force: true });
}

/** Of this machine only: what runs on another cannot be looked for. */
function hasEnded(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  if (host !== hostname() || !/^[1-9]\d{0,9}$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** '' while it is being made, and where it may not be read; null where there is none. */
async function holderOf(lock: string): Promise<string | null> {
  return readFile(lock, 'utf8').catch((error) => (codeOf(error) === 'ENOENT' ? null : ''));
}

async function lastBeat(lock: string): Promise<number> {
  return stat(lock).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function beat(lock: string): Promise<void> {
  const now = new Date();
  await utimes(lock, now, now).catch(() => undefined);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

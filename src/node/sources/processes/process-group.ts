import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** How long those who are asked to end may take before they are killed. */
const graceMs = 1000;

/** Of all children that lead a group of their own and may have something left in it. */
const groups = new Set<ChildProcess>();
const ending = new Set<ChildProcess>();
let isWatchingExit = false;

/** Of a child that leads its own group (`detached`): it is ended with this thread, unless it ended before. */
export function endWithThread(child: ChildProcess): void {
  if (!isWatchingExit) process.on('exit', killAll);
  isWatchingExit = true;
  groups.add(child);
  const forget = () => ending.has(child) || groups.delete(child);
  child.once('close', forget).once('error', forget);
}

/** Asks the child and all it started to end, and kills what is left after a second. Does nothing where it has ended. */
export function endGroup(child: ChildProcess): void {
  if (!groups.has(child) || ending.has(child)) return;
  ending.add(child);
  signalGroup(child, 'SIGTERM');
  setTimeout(() => {
    signalGroup(child, 'SIGKILL');
    ending.delete(child);
    groups.delete(child);
  }, graceMs).unref();
}

function killAll(): void {
  for (const child of groups) signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    endTree(child.pid);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // All of it has ended: what was wanted.
  }
}

/** Windows has no groups, but knows who started whom. */
function endTree(pid: number): void {
  const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  spawn(taskkill, ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on(
    'error',
    () => {
      // Ended meanwhile, or not ours to end.
    },
  );
}

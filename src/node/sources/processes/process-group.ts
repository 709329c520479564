import type { ChildProcess } from 'node:child_process';
import { isMainThread, workerData } from 'node:worker_threads';
import { addGroup, killGroups, newSharedGroups, removeGroup, type SharedGroups } from './shared-groups';
import { signalGroup } from './signal-group';

/** How long those who are asked to end may take before they are killed. */
const graceMs = 1000;

/** By the number of the process that leads them. */
const running = new Set<number>();
const ending = new Set<number>();
let known: SharedGroups | undefined;

/** Those of this thread: who started it holds them too, and of the main thread they are ended when the process exits. */
function groups(): SharedGroups {
  if (known) return known;
  const given: unknown = isMainThread ? undefined : (workerData as { groups?: unknown } | null)?.groups;
  const mine = given instanceof SharedArrayBuffer ? given : newSharedGroups();
  process.on('exit', () => killGroups(mine));
  known = mine;
  return mine;
}

/** Of a child that leads its own group (`detached`): it is ended with this thread, unless it ended before. */
export function endWithThread(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  addGroup(groups(), pid);
  running.add(pid);
  child.once('close', () => {
    running.delete(pid);
    if (!ending.has(pid)) removeGroup(groups(), pid);
  });
}

/** Asks the child and all it started to end, and kills what is left after a second. Does nothing where it has ended. */
export function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined || !running.has(pid) || ending.has(pid)) return;
  ending.add(pid);
  signalGroup(pid, 'SIGTERM');
  setTimeout(() => {
    signalGroup(pid, 'SIGKILL');
    ending.delete(pid);
    removeGroup(groups(), pid);
  }, graceMs).unref();
}

import { signalGroup } from './signal-group';

const mostGroups = 256;

/**
 * The process groups a thread has started, in memory it shares with whoever ends it: a thread that is terminated, as all are when their
 * process exits, gets no last word, and programs it started would go on. Those beyond 256 are not kept here.
 */
export type SharedGroups = SharedArrayBuffer;

export function newSharedGroups(): SharedGroups {
  return new SharedArrayBuffer(mostGroups * Int32Array.BYTES_PER_ELEMENT);
}

export function addGroup(groups: SharedGroups, pid: number): void {
  replace(groups, 0, pid);
}

export function removeGroup(groups: SharedGroups, pid: number): void {
  replace(groups, pid, 0);
}

/** Once the thread is no more. */
export function killGroups(groups: SharedGroups): void {
  for (const pid of new Int32Array(groups)) {
    if (pid === 0) continue;
    signalGroup(pid, 'SIGKILL');
    removeGroup(groups, pid);
  }
}

function replace(groups: SharedGroups, from: number, to: number): void {
  const slots = new Int32Array(groups);
  for (let i = 0; i < slots.length; i++) if (Atomics.compareExchange(slots, i, from, to) === from) return;
}

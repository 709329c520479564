import { availableParallelism } from 'node:os';

/** More than four read faster than one thread merges what they read. */
export const mostThreads = 4;

/** Threads that read a large file, the one that merges what they read included; 1 where there is one core. */
export function readingThreads(): number {
  return Math.min(availableParallelism(), mostThreads);
}

import { availableParallelism } from 'node:os';

/** More than four read faster than one thread merges what they read. */
export const mostThreads = 4;

/** Threads that read a large file; 1 where there is one core. The thread that merges waits for them most of the time. */
export function readingThreads(): number {
  return Math.min(availableParallelism(), mostThreads);
}

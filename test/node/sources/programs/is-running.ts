import { readFileSync } from 'node:fs';

/** A process that has ended and that nobody waited for (a zombie) does not run any more. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

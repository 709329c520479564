import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** To all processes of the group that `pid` leads. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    endTree(pid);
    return;
  }
  try {
    process.kill(-pid, signal);
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

import { execFile } from 'node:child_process';

const patienceMs = 3000;

/** `user.name` as git knows it in the folder; '' where there is no git, or no name. Only reads settings: no hook, no program of a repository runs. */
export function configuredName(folder: string): Promise<string> {
  // Not with `cwd`: Windows would look for git in the folder first.
  const asked = ['--no-optional-locks', '-C', folder, 'config', '--get', 'user.name'];
  const options = { timeout: patienceMs, maxBuffer: 1 << 16, windowsHide: true };
  return new Promise((resolve) => {
    execFile('git', asked, options, (error, name) => resolve(error ? '' : name));
  });
}

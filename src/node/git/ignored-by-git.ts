import { execFile } from 'node:child_process';
import path from 'node:path';

/** A repository of a hundred thousand ignored files outside of ignored folders is none we know. */
const mostBytes = 32 << 20;
const patienceMs = 10_000;

/**
 * Only lists: no hook, no file system monitor and no lock, whatever the repository's configuration says. It could name a
 * program to be run: ask in trusted folders only.
 */
const listIgnored = [
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=',
  'ls-files',
  '-z',
  '--others',
  '--ignored',
  '--exclude-standard',
  '--directory',
];

/** Whether git leaves a file of the folder out; nothing where there is no git, no repository, or it takes too long. */
export async function ignoredByGit(folder: string): Promise<(file: string) => boolean> {
  const listed = await listedBy(folder);
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const name of listed.split('\0')) {
    // The folder itself: who opened it wants what is in it.
    if (name === '' || name === './') continue;
    if (name.endsWith('/')) folders.add(path.join(folder, name.slice(0, -1)));
    else files.add(path.join(folder, name));
  }
  return (file) => files.has(file) || isBelow(file, folders, folder);
}

function isBelow(file: string, folders: ReadonlySet<string>, root: string): boolean {
  for (let at = path.dirname(file); at.length > root.length; at = path.dirname(at)) {
    if (folders.has(at)) return true;
  }
  return false;
}

/** Relative to the folder, with forward slashes; '' where git fails. */
function listedBy(folder: string): Promise<string> {
  // Not with `cwd`: Windows would look for git in the folder first.
  const options = { timeout: patienceMs, maxBuffer: mostBytes, windowsHide: true };
  return new Promise((resolve) => {
    execFile('git', ['-C', folder, ...listIgnored], options, (error, listed) => resolve(error ? '' : listed));
  });
}

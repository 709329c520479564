import { existsSync } from 'node:fs';
import path from 'node:path';

/** @param {readonly string[]} commands @returns {string | undefined} the first one on PATH, as a path */
export function findCommand(...commands) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return commands
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

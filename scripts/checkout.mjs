import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @param {string} folder @returns {string} the nearest folder upwards that holds a package.json */
const rootOf = (folder) =>
  existsSync(path.join(folder, 'package.json')) ? folder : rootOf(path.dirname(folder));

/** Searched for, as this file is also bundled into .cache/ with the VS Code tests. */
export const checkout = rootOf(import.meta.dirname);

/** @param {string[]} segments */
export const inCheckout = (...segments) => path.join(checkout, ...segments);

/** @returns {{ name: string, publisher: string, version: string }} */
export function manifest() {
  return JSON.parse(readFileSync(inCheckout('package.json'), 'utf8'));
}

/**
 * The JavaScript file behind a command of an installed package: started by `node`, so without a shell and the same
 * on every system.
 * @param {string} packageName
 * @param {string} command
 */
export function commandOf(packageName, command) {
  const folder = inCheckout('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

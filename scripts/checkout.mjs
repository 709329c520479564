import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds package.json. */
export const checkout = path.resolve(import.meta.dirname, '..');

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

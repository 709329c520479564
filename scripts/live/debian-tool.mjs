import { existsSync } from 'node:fs';
import { aptGet, aptInstall } from '../apt.mjs';
import { MissingPiece, step } from '../progress.mjs';

/**
 * A program of a Debian package that is not on PATH.
 * @typedef {{ path: string, packageName: string }} DebianTool
 */

/**
 * Why it is not here; null where it is, or can be had. In CI alone packages are installed: on somebody's own machine one of these would
 * start a server.
 * @param {DebianTool} tool @returns {string | null}
 */
export function toolMissing({ path, packageName }) {
  if (existsSync(path) || process.env.CI) return null;
  return `there is no ${path}: apt-get install ${packageName}`;
}

/** @param {DebianTool} tool @returns {Promise<string>} its path */
export async function installTool({ path, packageName }) {
  if (existsSync(path)) return path;
  const apt = await aptGet();
  if (!apt) throw new MissingPiece(`There is no ${path}.`, `apt-get install ${packageName} (as root).`);
  await step(`Install ${packageName} (apt-get)`, () => aptInstall(apt, [packageName]));
  return path;
}

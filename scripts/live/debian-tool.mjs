import { existsSync } from 'node:fs';
import path from 'node:path';
import { aptGet, aptInstall } from '../apt.mjs';
import { findCommand } from '../find-command.mjs';
import { MissingPiece, step } from '../progress.mjs';

/**
 * `program`: a name on PATH, or a whole path.
 * @typedef {{ program: string, packageName: string }} DebianTool
 */

/** @param {DebianTool} tool */
const isHere = ({ program }) =>
  path.isAbsolute(program) ? existsSync(program) : findCommand(program) !== undefined;

/** @param {readonly DebianTool[]} tools */
const packagesOf = (tools) => tools.map(({ packageName }) => packageName).join(' ');

/**
 * Why they are not here; null where they are, or can be had. In CI alone packages are installed: on somebody's own machine one of these
 * would start a server.
 * @param {readonly DebianTool[]} tools @returns {string | null}
 */
export function toolsMissing(tools) {
  const missing = tools.filter((tool) => !isHere(tool));
  return missing.length === 0 || process.env.CI ? null : `apt-get install ${packagesOf(missing)}`;
}

/** @param {readonly DebianTool[]} tools */
export async function installTools(tools) {
  const missing = tools.filter((tool) => !isHere(tool));
  if (missing.length === 0) return;
  const packages = packagesOf(missing);
  const apt = await aptGet();
  if (!apt)
    throw new MissingPiece(`${packages} are not installed.`, `apt-get install ${packages} (as root).`);
  await step(`Install ${packages} (apt-get)`, () => aptInstall(apt, packages.split(' ')));
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../child-process.mjs';
import { findCommand } from '../find-command.mjs';
import { triedAgain } from '../tried-again.mjs';
import { builtOnce } from './built-once.mjs';
import { liveCache } from './live-cache.mjs';

/** What people load training data with: 390 MB with what they need, most of it Arrow and pandas; 30 s where nothing is cached. */
const packages = ['datasets==5.2.0', 'tokenizers==0.23.3', 'transformers==5.23.0', 'jinja2==3.1.6'];
const oldest = [3, 11];

const asked =
  'import json, sys, sysconfig, pip; print(json.dumps([*sys.version_info[:2], sysconfig.get_platform()]))';

/** @typedef {{ command: string, version: readonly [number, number], platform: string }} Python */

/** The Python on PATH; undefined where there is none, or it has no pip. @returns {Python | undefined} */
function python() {
  const command = findCommand('python3', 'python');
  if (!command) return undefined;
  const { status, stdout } = spawnSync(command, ['-c', asked], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [major, minor, platform] = JSON.parse(stdout);
  return { command, version: [major, minor], platform };
}

/** Why exports cannot be loaded in Python here; null where they can. @returns {string | null} */
export function pythonMissing() {
  const found = python();
  if (!found) return 'Python with pip is not on PATH: install Python 3.11 or newer';
  const [major, minor] = found.version;
  const isNew = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return isNew ? null : `Python ${major}.${minor} is too old for pandas 3: install Python 3.11 or newer`;
}

/** Wheels are of one Python on one platform. @param {Python} found */
function folderOf({ version, platform }) {
  const what = [...packages, ...version, platform].join(' ');
  return liveCache(`python-packages-${createHash('sha256').update(what).digest('hex').slice(0, 12)}`);
}

/**
 * Installs the packages into a folder of their own, where they are not: no virtual environment, which Debian splits off Python.
 * @returns {Promise<{ command: string, packages: string }>} the Python, and what its PYTHONPATH is to be
 */
export async function installPythonPackages() {
  const found = python();
  if (!found) throw new Error(pythonMissing() ?? 'Python is missing');
  const folder = folderOf(found);
  if (existsSync(folder)) return { command: found.command, packages: folder };
  const install = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--root-user-action=ignore',
  ];
  // Compiled when they are first loaded, and only what is: half of the time.
  const how = ['--no-compile', '--only-binary', ':all:'];
  await builtOnce(folder, `Install ${packages.join(', ')} (pip)`, async (target) => {
    const where = ['--upgrade', '--target', path.resolve(target)];
    await triedAgain('pip install', () =>
      run(found.command, [...install, ...how, ...where, ...packages], { quiet: true }),
    );
  });
  return { command: found.command, packages: folder };
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { inCheckout } from '../checkout.mjs';
import { run } from '../child-process.mjs';
import { findCommand } from '../find-command.mjs';
import { median } from './statistics.mjs';
import { timed } from './timed-process.mjs';

/** @typedef {{ linesPerSecond: number, templates: number }} Drain3Result */

const version = '0.9.11';
const environment = inCheckout('.cache/bench/drain3');
const python = path.join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

/** Into a virtual environment of its own. @returns {Promise<string | undefined>} why it is missing */
export async function installDrain3() {
  const system = findCommand('python3');
  if (!system) return 'python3 is not installed';
  if (existsSync(path.join(environment, `installed-${version}`))) return undefined;
  try {
    await run(system, ['-m', 'venv', environment], { quiet: true });
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `drain3==${version}`];
    await run(python, install, { quiet: true });
    await run(python, ['-c', `open(r"${environment}/installed-${version}", "w").close()`]);
    return undefined;
  } catch (error) {
    return `drain3 ${version} cannot be installed: ${/** @type {Error} */ (error).message.split('\n')[0]}`;
  }
}

/**
 * Medians over `repetitions` processes of the first `lines` lines.
 * @param {string} file
 * @param {{ lines: number, repetitions: number, masks: boolean }} options
 * @returns {Promise<Drain3Result>}
 */
export async function measureDrain3(file, { lines, repetitions, masks }) {
  const script = path.join(import.meta.dirname, 'measure_drain3.py');
  const results = [];
  for (let round = 0; round < repetitions; round++) {
    const { output } = await timed(python, [script, file, String(lines), masks ? 'masks' : 'bare']);
    results.push(JSON.parse(output));
  }
  return {
    linesPerSecond: median(results.map((result) => result.lines / result.seconds)),
    templates: median(results.map((result) => result.templates)),
  };
}

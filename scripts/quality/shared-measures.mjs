import { spawnSync } from 'node:child_process';
import { checkout } from '../checkout.mjs';
import { findCommand } from '../find-command.mjs';
import { commandLine } from './engine.mjs';

/**
 * What a script of ../shared/eval prints of the command line.
 *
 * @param {string} shared
 * @param {string} script
 * @param {string} data
 * @param {readonly string[]} more
 */
export function evaluation(shared, script, data, ...more) {
  const python = findCommand('python3');
  if (!python) return 'Not measured: there is no python3.';
  const done = spawnSync(python, [`${shared}/eval/${script}.py`, `${shared}/data/${data}`, ...more], {
    cwd: checkout,
    env: { ...process.env, ODDLINE: `"${process.execPath}" "${commandLine}"` },
    encoding: 'utf8',
  });
  const said = `${done.stdout}${done.status === 0 ? '' : done.stderr}`.trim();
  return `\`\`\`\n${said}\n\`\`\``;
}

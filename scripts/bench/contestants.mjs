import { existsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { checkout } from '../checkout.mjs';
import { findCommand } from '../find-command.mjs';

/**
 * One command that reads a whole file.
 * @typedef {{ id: string, title: string, command: readonly string[] | undefined, cure?: string }} Contestant
 */

export const cores = availableParallelism();

const sharedScan = path.join(checkout, '../shared/eval/scan.mjs');
const scan = existsSync(sharedScan) ? sharedScan : path.join(import.meta.dirname, 'scan.mjs');

/** @param {string} mode @param {number} workers */
export const ours = (mode, workers) =>
  /** @type {const} */ ([
    process.execPath,
    path.join(import.meta.dirname, 'measure-ours.mjs'),
    mode,
    String(workers),
  ]);

/** @param {string} name @param {...string} args */
function found(name, ...args) {
  const command = findCommand(name);
  return command === undefined ? undefined : [command, ...args];
}

/** lnav keeps its own settings: not those of whoever runs the bench. */
export const environment = { ...process.env, HOME: tmpdir(), XDG_CONFIG_HOME: tmpdir() };

/** `lnav_file` is asked after everything is indexed; printing the lines as `-n` alone does would take five times as long. */
const lnavIndexing = ['-n', '-c', ';SELECT format, lines FROM lnav_file'];

/** @type {readonly Contestant[]} */
export const contestants = [
  { id: 'scan', title: 'a byte loop that counts newlines', command: [process.execPath, scan] },
  { id: 'lines', title: '**Oddline**, lines only', command: ours('lines', 1) },
  { id: 'templates', title: '**Oddline**, + templates, 1 worker', command: ours('templates', 1) },
  { id: 'detection', title: '**Oddline**, + detection, 1 worker', command: ours('detection', 1) },
  {
    id: 'templates-all',
    title: `**Oddline**, + templates, ${cores} workers`,
    command: ours('templates', cores),
  },
  {
    id: 'detection-all',
    title: `**Oddline**, + detection, ${cores} workers`,
    command: ours('detection', cores),
  },
  { id: 'wc', title: '`wc -l`', command: found('wc', '-l') },
  { id: 'rg', title: '`rg -c ERROR`', command: found('rg', '-c', 'ERROR'), cure: 'apt-get install ripgrep' },
  {
    id: 'lnav',
    title: '`lnav -n`, indexing',
    command: found('lnav', ...lnavIndexing),
    cure: 'apt-get install lnav',
  },
];

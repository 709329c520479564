import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runMain, ToldError } from '../progress.mjs';
import { installTools, toolsMissing } from './debian-tool.mjs';

const usage = `node scripts/live/journal.mjs FOLDER [--entries N]
  Writes a real journal of N entries (1,000) into FOLDER, to be read with: journalctl --directory FOLDER`;

const writer = '/lib/systemd/systemd-journal-remote';
const tools = [
  { program: 'journalctl', packageName: 'systemd' },
  { program: writer, packageName: 'systemd-journal-remote' },
];

/** @typedef {Readonly<Record<string, string | Buffer | readonly (string | Buffer)[]>>} JournalFields */

/** @returns {string | null} why no journal can be written and read here */
export const journalMissing = () => toolsMissing(tools);

/**
 * One field of the Journal Export Format (systemd.io/JOURNAL_EXPORT_FORMATS): as text, or with its length where it holds line ends.
 * @param {string} name @param {string | Buffer} value
 */
function exportField(name, value) {
  if (typeof value === 'string' && !value.includes('\n')) return Buffer.from(`${name}=${value}\n`);
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([Buffer.from(`${name}\n`), length, bytes, Buffer.from('\n')]);
}

/** @param {JournalFields} fields */
function exportEntry(fields) {
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => exportField(name, one)),
  );
  return Buffer.concat([...parts, Buffer.from('\n')]);
}

/**
 * A journal that is being written: systemd-journal-remote takes entries and writes them into `FOLDER/live.journal`.
 * @typedef {object} JournalWriter
 * @property {(entries: readonly JournalFields[]) => Promise<void>} write resolves when they are handed over, not when they can be read
 * @property {() => Promise<void>} end resolves when all is written
 */

/** @param {string} folder @returns {Promise<JournalWriter>} */
export async function openJournal(folder) {
  await installTools(tools);
  mkdirSync(folder, { recursive: true });
  const args = ['--output', path.join(folder, 'live.journal'), '-'];
  const child = spawn(writer, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk) => {
    words = (words + chunk).slice(-4_000);
  });
  const ended = once(child, 'close');
  return {
    async write(entries) {
      const text = Buffer.concat(entries.map(exportEntry));
      if (!child.stdin.write(text)) await once(child.stdin, 'drain');
    },
    async end() {
      child.stdin.end();
      const [code] = await ended;
      if (code !== 0) throw new ToldError(`systemd-journal-remote ended with ${code}\n${words}`);
    },
  };
}

/** @param {string} folder @param {readonly JournalFields[]} entries */
export async function writeJournal(folder, entries) {
  const journal = await openJournal(folder);
  await journal.write(entries);
  await journal.end();
}

const boot = '5d3c9a7e01f24b68a1c0de5500112233';
const machine = '00112233445566778899aabbccddeeff';

/**
 * An entry as a service writes it.
 * @param {number | bigint} micros since the epoch @param {JournalFields} fields
 * @returns {JournalFields}
 */
export const serviceEntry = (micros, fields) => ({
  __REALTIME_TIMESTAMP: `${micros}`,
  __MONOTONIC_TIMESTAMP: `${BigInt(micros) % 10_000_000_000n}`,
  _BOOT_ID: boot,
  _MACHINE_ID: machine,
  _HOSTNAME: 'box',
  _TRANSPORT: 'journal',
  ...fields,
});

async function main() {
  const { values, positionals } = parseArgs({
    options: { entries: { type: 'string', default: '1000' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (values.help || !folder) return console.log(usage);
  const now = Date.now() * 1000;
  const entries = Array.from({ length: Number(values.entries) }, (_, i) =>
    serviceEntry(now + i * 1000, {
      _SYSTEMD_UNIT: i % 3 === 0 ? 'till.service' : 'stock.service',
      SYSLOG_IDENTIFIER: i % 3 === 0 ? 'till' : 'stock',
      PRIORITY: i % 97 === 0 ? '3' : '6',
      MESSAGE: i % 97 === 0 ? `shelf ${i} is empty` : `shelf ${i} filled in ${i % 40} ms`,
    }),
  );
  await writeJournal(folder, entries);
}

if (process.argv[1] === import.meta.filename) await runMain(main);

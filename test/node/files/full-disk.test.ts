import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const disk = path.join(folder, 'disk');
mkdirSync(disk);

/** A disk of 300 kB for the temporary files of a command, which Linux lets everyone mount where namespaces are allowed. */
const onSmallDisk = (...command: readonly string[]) => [
  '-rm',
  'sh',
  '-c',
  'mount -t tmpfs -o size=300k none "$0" && TMPDIR="$0" exec "$@"',
  disk,
  ...command,
];
const isPossible = spawnSync('unshare', onSmallDisk('true')).status === 0;

/** Unpacks a log to read it back, and tells how that ended and what is left of it. */
const reader = `
import { readdirSync } from 'node:fs';
import { openLogFile } from './src/node/files/log-file';
const log = await openLogFile(process.argv[2]);
const ended = await log.text().then(() => 'read', ({ code }) => code);
await log.close();
console.log(JSON.stringify({ ended, left: readdirSync(process.env.TMPDIR ?? '') }));
`;

async function builtReader(): Promise<string> {
  const outfile = path.join(folder, 'reader.mjs');
  await build({
    stdin: { contents: reader, resolveDir: path.join(import.meta.dirname, '../../..'), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** Text that packs to half of itself, so that the file is much smaller than the log. */
function packedLog(lines: number): string {
  const text = Array.from(
    { length: lines },
    (_, i) => `mill ${i} ground ${randomBytes(20).toString('hex')}\n`,
  );
  const file = path.join(folder, `${lines}.log.gz`);
  writeFileSync(file, gzipSync(text.join('')));
  return file;
}

describe.skipIf(!isPossible)('a disk that fills up while a log is unpacked', () => {
  it.each([
    ['is told, and nothing is left on it', 20_000, 'no-room'],
    ['is no matter to what fits', 1000, 'read'],
  ])('%s', async (_, lines, ended) => {
    const told = execFileSync(
      'unshare',
      onSmallDisk(process.execPath, await builtReader(), packedLog(lines)),
    );
    expect(JSON.parse(told.toString())).toEqual({ ended, left: [] });
  });
});

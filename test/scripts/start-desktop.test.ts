import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { processesNaming } from '../../scripts/process-scan.mjs';

const start = path.resolve(__dirname, '../../scripts/start.mjs');

/**
 * Stands for the desktop's `code`: like it, it waits itself while the program runs detached, in a session of its own,
 * with the profile on its command line. It writes down how it was called.
 */
const fakeCode = (told: string) => `#!/usr/bin/env node
const { spawn } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const idle = 'setInterval(() => {}, 1000)';
spawn(process.execPath, ['-e', idle, '--', ...args], { detached: true, stdio: 'ignore' }).unref();
writeFileSync(${JSON.stringify(told)}, JSON.stringify({ args, start: process.env.ODDLINE_START }));
setInterval(() => {}, 1000);
`;

describe.skipIf(process.platform === 'win32')('npm start where the desktop VS Code is installed', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'oddline-start-'));
  const told = path.join(scratch, 'told.json');
  const log = path.join(scratch, 'some file.log');
  const code = path.join(scratch, 'code');
  writeFileSync(log, 'a line\n');
  writeFileSync(code, fakeCode(told));
  chmodSync(code, 0o755);
  afterAll(() => rmSync(scratch, { recursive: true }));

  it('opens the file in a window with a profile of its own, and Ctrl-C ends all of it', async () => {
    const { VSCODE_IPC_HOOK_CLI: _, ...environment } = process.env;
    const env = { ...environment, PATH: `${scratch}${path.delimiter}${process.env.PATH}`, INIT_CWD: scratch };
    const child = spawn(process.execPath, [start, 'some file.log'], { env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await expect.poll(() => readFileSync(told, 'utf8'), { timeout: 60_000 }).toMatch(/\}$/);

    const { args, start: mode } = JSON.parse(readFileSync(told, 'utf8'));
    expect(args).toEqual(expect.arrayContaining(['--new-window', '--disable-workspace-trust', scratch, log]));
    expect(mode).toBe('file');
    const profile = path.dirname(/--user-data-dir=(.*)/.exec(args.join('\n'))?.[1] ?? '');
    expect(await processesNaming(profile)).toHaveLength(2);

    child.kill('SIGINT');
    await ended;
    expect(await processesNaming(profile)).toEqual([]);
    expect(existsSync(profile)).toBe(false);
  });
});

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkout } from '../../../scripts/checkout.mjs';
import { processesNaming } from '../../../scripts/process-scan.mjs';
import { openBrowser } from '../harness/browser';
import { surroundings } from '../harness/surroundings';

const addressPattern = /http:\/\/127\.0\.0\.1:\d+\/\?\S+/;

/** Resolves with the address `npm start` prints. */
function printedAddress(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const address = addressPattern.exec(printed)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}\n${printed}`)));
  });
}

/** The profile on the command line of the VS Code that was started with this folder for temporary files. */
async function profileIn(temporary: string): Promise<string> {
  const [server] = await processesNaming(temporary);
  assert.ok(server, 'a server runs');
  const args = readFileSync(`/proc/${server}/cmdline`, 'utf8').split('\0');
  return path.dirname(args[args.indexOf('--user-data-dir') + 1] ?? '');
}

/** The worst incident of the sample is on screen by itself, with its hover open. */
async function showsWorstIncident(address: string, folder: string): Promise<void> {
  const browser = await openBrowser(folder, { width: 1400, height: 900 });
  try {
    await browser.page.goto(address);
    const hover = browser.page.locator('.monaco-resizable-hover .monaco-hover-content').first();
    await hover.filter({ hasText: /critical/i }).waitFor({ timeout: 60_000 });
  } finally {
    await browser.close();
  }
}

// It serves the newest VS Code, whichever is under test.
const describeOnce = surroundings.version === 'newest' ? describe : describe.skip;

describeOnce('npm start without a desktop VS Code', () => {
  it('shows the worst incident of the sample at the address it prints, and Ctrl-C ends everything it started', async () => {
    const temporary = mkdtempSync(path.join(tmpdir(), 'start-'));
    const child = spawn(process.execPath, [path.join(checkout, 'scripts/start.mjs'), '--browser'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: temporary },
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const address = await printedAddress(child);
    assert.equal((await fetch(new URL('/', address))).status, 403, 'nobody gets in without the key');
    const profile = await profileIn(temporary);
    await showsWorstIncident(address, profile);
    assert.ok((await processesNaming(profile)).length > 0);

    child.kill('SIGINT');
    assert.equal(await ended, 0);
    assert.deepEqual(await processesNaming(profile), []);
    await assert.rejects(fetch(address));
    rmSync(temporary, { recursive: true });
  });
});

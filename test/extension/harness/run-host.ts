import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { checkout } from '../../../scripts/checkout.mjs';
import { createProfile, removeProfile } from '../../../scripts/vscode/profile.mjs';
import { startServer } from '../../../scripts/vscode/server.mjs';
import { openBrowser } from './browser';
import { type SuiteResult, surroundings, testSettings } from './surroundings';

const LIMIT_MS = 20 * 60_000;

/** Resolves when the workbench says that the tests ended (which a crash also does), or after the limit. */
async function testsEnd(page: Page): Promise<string> {
  const told = new Promise<string>((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(`exit code ${code}`));
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    const line = String(args[0]);
    if (/^ {2}(ok|AGAIN|FAIL) /.test(line)) console.log(line);
  });
  const late = new Promise<string>((resolve) =>
    setTimeout(resolve, LIMIT_MS, `nothing within ${LIMIT_MS} ms`).unref(),
  );
  return Promise.race([told, late]);
}

function readResult(file: string, ended: string, serverLog: string): SuiteResult {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const error = `the extension host died or never ran the suites (${ended})\n${serverLog.slice(-4000)}`;
  return { passed: [], failed: [{ title: 'suites inside the extension host', error }] };
}

/** Runs the host suites inside the extension host of a real VS Code, with the checkout as development extension. */
export async function runHost(): Promise<SuiteResult> {
  const profile = createProfile(testSettings);
  const workspace = path.join(profile.root, 'workspace');
  const result = path.join(profile.root, 'result.json');
  mkdirSync(workspace);
  const { install, modern, suites } = surroundings;
  const env = { ODDLINE_TEST_RESULT: result, ODDLINE_TEST_SUITES: JSON.stringify(suites) };
  const server = await startServer(install, profile, { env, modern, testDriver: true });
  const browser = await openBrowser(profile.root, { width: 1400, height: 900 });
  try {
    const ended = testsEnd(browser.page);
    const runner = path.join(path.dirname(suites[0] ?? ''), 'host-main.js');
    await browser.page.goto(
      server.pageOf(workspace, [
        ['extensionDevelopmentPath', server.uriOf(checkout)],
        ['extensionTestsPath', server.uriOf(runner)],
      ]),
    );
    return readResult(result, await ended, server.log());
  } finally {
    await browser.close();
    await server.stop();
    removeProfile(profile);
  }
}

import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { checkout, inCheckout } from './checkout.mjs';
import { run } from './child-process.mjs';
import { runMain, step } from './progress.mjs';
import { bundleSuites, suitesOf } from './vscode-suites.mjs';

/**
 * `npm run test:desktop`: the suites of test/extension/host inside a desktop VS Code, which @vscode/test-electron
 * downloads into .vscode-test/. For machines that can download it and have a display (or xvfb-run).
 */
await runMain(async () => {
  await run(process.execPath, [inCheckout('scripts/build.mjs')], { cwd: checkout });
  await step('Bundle the suites', bundleSuites);
  const scratch = mkdtempSync(path.join(tmpdir(), 'oddline-'));
  const result = path.join(scratch, 'result.json');
  const suites = suitesOf('host');
  await runTests({
    extensionDevelopmentPath: checkout,
    extensionTestsPath: path.join(path.dirname(suites[0] ?? ''), 'host-main.js'),
    extensionTestsEnv: { ODDLINE_TEST_RESULT: result, ODDLINE_TEST_SUITES: JSON.stringify(suites) },
    launchArgs: [
      scratch,
      '--disable-extensions',
      '--disable-workspace-trust',
      `--user-data-dir=${path.join(scratch, 'user')}`,
    ],
  });
  if (!existsSync(result))
    throw new Error('the extension host ended without a result: it crashed or never ran the suites');
  const { passed, failed } = JSON.parse(readFileSync(result, 'utf8'));
  console.log(`${passed.length} passed, ${failed.length} failed`);
});

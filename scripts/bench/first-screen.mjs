import { inCheckout } from '../checkout.mjs';
import { run } from '../child-process.mjs';
import { runMain, ToldError } from '../progress.mjs';
import { installChromium } from '../vscode/chromium.mjs';
import { newest } from '../vscode/versions.mjs';
import { bundleSuites, runMeasure } from '../vscode-suites.mjs';

/**
 * `node scripts/bench/first-screen.mjs`: opens service-5000MB.log (made by `npm run bench`) in the big-log editor of a real VS Code, in a
 * window that has shown no webview yet and in one that has, and jumps 200 times. Prints the lines of docs/performance.md.
 */
const vsix = inCheckout('.cache/first-screen.vsix');

await runMain(async () => {
  await run(process.execPath, [inCheckout('scripts/package.mjs'), vsix], { cwd: inCheckout() });
  await bundleSuites();
  const chromium = await installChromium();
  const counts = await runMeasure('first-screen', newest, { chromium, vsix });
  if (counts.failures.length > 0) throw new ToldError('Not everything could be measured: see above.');
});

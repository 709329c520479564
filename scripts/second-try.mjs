/** @typedef {import('./vitest-report.mjs').Report} Report */

/** Where more fails, it is no race. */
const mostFiles = 3;

/**
 * Runs tests, and once more the few files of which something failed, with nothing beside them: what fails again has failed. What does
 * not is printed with its reason, as in the VS Code suites (`test/extension/harness/mocha-run.ts`): it is a race, in the test or in
 * the product, and has to be mended; but it says nothing of the commit that happened to meet it.
 * @param {(files: readonly string[]) => Promise<Report>} run no files: all
 * @returns {Promise<Report>}
 */
export async function withSecondTry(run) {
  const first = await run([]);
  const files = [...new Set(first.failures.map(({ file }) => file))];
  if (files.length === 0 || files.length > mostFiles || files.includes('')) return first;
  for (const { text } of first.failures) console.log(`  AGAIN ${text}`);
  const second = await run(files);
  const mended = first.failures.length - second.failures.length;
  return { passed: first.passed + mended, failures: second.failures };
}

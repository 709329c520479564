import { writeFileSync } from 'node:fs';
import { runMocha, silentMocha } from './mocha-run';

/**
 * VS Code calls this inside the extension host (extensionTestsPath). A host that crashed is reported as a success, so
 * only the result file, written at the very end, proves that the suites ran.
 */
export async function run(): Promise<void> {
  const { ODDLINE_TEST_RESULT: resultFile, ODDLINE_TEST_SUITES: suites } = process.env;
  if (!resultFile || !suites)
    throw new Error('ODDLINE_TEST_RESULT and ODDLINE_TEST_SUITES are set by whoever starts VS Code');
  const mocha = silentMocha(180_000);
  for (const suite of JSON.parse(suites)) mocha.addFile(suite);
  const result = await runMocha(mocha, (line) => console.log(line));
  writeFileSync(resultFile, JSON.stringify(result));
  if (result.failed.length > 0) throw new Error(`${result.failed.length} failed`);
}

import type Mocha from 'mocha';
import { runMocha, silentMocha } from './mocha-run';
import { type SuiteResult, surroundings } from './surroundings';
import { Workbench } from './workbench';

async function pictureOfFailure(this: Mocha.Context): Promise<void> {
  const test = this.currentTest;
  if (test?.state !== 'failed') return;
  await Workbench.last?.screenshot(`failed ${test.fullTitle()}`.replaceAll(/[^\w]+/g, '-'));
}

/** Runs the UI suites in this process; each opens the VS Codes it needs. */
export async function runUi(): Promise<SuiteResult> {
  const mocha = silentMocha(240_000);
  mocha.rootHooks({ afterEach: pictureOfFailure });
  for (const suite of surroundings.suites) mocha.addFile(suite);
  await mocha.loadFilesAsync();
  return runMocha(mocha, (line) => console.log(line));
}

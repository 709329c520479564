import Mocha from 'mocha';
import type { SuiteResult } from './surroundings';

/** VS Code drops a longer line of the console, and with it the name of the test. */
const longestReason = 4000;

const reasonOf = (error: Error) => String(error.stack ?? error).slice(0, longestReason);

const secondsOf = (test: Mocha.Test) => `(${((test.duration ?? 0) / 1000).toFixed(1)} s)`;

/**
 * A workbench in a browser on a loaded machine now and then drops a click or opens a widget late. A test is tried twice, and
 * the first try is told, with its reason: what is wrong fails twice.
 */
const retries = 1;

/** A Mocha that prints nothing by itself: runMocha tells instead. */
export const silentMocha = (timeout: number) =>
  new Mocha({ ui: 'bdd', timeout, retries, reporter: Mocha.reporters.Base });

/** Runs loaded suites to their end and tells each test as it ends. */
export function runMocha(mocha: Mocha, tell: (line: string) => void): Promise<SuiteResult> {
  const passed: string[] = [];
  const failed: { title: string; error: string }[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed, failed }));
    runner.on('pass', (test) => {
      passed.push(test.fullTitle());
      tell(`  ok    ${test.fullTitle()} ${secondsOf(test)}`);
    });
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      tell(`  AGAIN ${test.fullTitle()}\n${reasonOf(error)}`);
    });
    runner.on('fail', (test, error) => {
      failed.push({ title: test.fullTitle(), error: reasonOf(error) });
      tell(`  FAIL  ${test.fullTitle()}\n${reasonOf(error)}`);
    });
  });
}

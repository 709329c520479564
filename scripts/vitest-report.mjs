import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkout } from './checkout.mjs';

/**
 * @typedef {{ status: string, fullName: string, failureMessages: readonly string[] }} VitestTest
 * @typedef {{ name: string, status: string, message: string, assertionResults: readonly VitestTest[] }} VitestFile
 */

/** `file`: '' for what stands outside every file. @typedef {{ file: string, text: string }} Failure */
/** @typedef {{ passed: number, failures: readonly Failure[] }} Report */

/** The first lines say what was expected, or the counterexample of a property. */
const mostLines = 6;

/** vitest's JSON report; a file that could not even be loaded counts as one failed test. @param {string} report @returns {Report} */
export function readReport(report) {
  if (!existsSync(report)) return { passed: 0, failures: [{ file: '', text: `${report} was not written` }] };
  /** @type {{ numPassedTests: number, testResults: readonly VitestFile[] }} */
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failures: testResults.flatMap(failuresOfFile) };
}

/** @param {VitestFile} result @returns {Failure[]} */
function failuresOfFile({ name, status, message, assertionResults }) {
  const file = path.relative(checkout, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [{ file, text: `${file}: ${beginningOf(message)}` }];
  return failed.map((test) => ({
    file,
    text: `${file}: ${test.fullName}: ${beginningOf(test.failureMessages.join('\n'))}`,
  }));
}

/** @param {string} message */
function beginningOf(message) {
  return message.split('\n').slice(0, mostLines).join('\n    ');
}

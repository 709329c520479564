import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../../src/engine/templates/tokenizer';
import { countsFailures, mayCountFailures } from '../../../../src/engine/triage/compare/failure-counts';
import { isBareVerdict } from '../../../../src/engine/triage/compare/verdict-lines';

const encoder = new TextEncoder();

function tokensOf(line: string): string[] {
  const bytes = encoder.encode(line);
  return tokenize(bytes, 0, bytes.length).map(({ text }) => text);
}

describe('a bare verdict says that a run failed, and nothing of why', () => {
  it.each([
    'BUILD FAILED in 14s',
    'Finished: FAILURE',
    'Process completed with exit code 1.',
    '10 tests completed, 1 failed',
    '* What went wrong:',
    '[ERROR]',
    'ERROR: Job failed: exit code 1',
  ])('%s', (line) => expect(isBareVerdict(tokensOf(line))).toBe(true));

  it.each([
    'BUILD SUCCESSFUL in 14s',
    '> Task :compile FAILED',
    "Execution failed for task ':test'.",
    'FAILED cart.test',
    'Error: cannot open /etc/shop.conf',
    'Test TotalOfNone failed',
    'The mirror failed',
    '构建失败',
    '',
  ])('but not: %s', (line) => expect(isBareVerdict(tokensOf(line))).toBe(false));
});

describe('a count of failures above zero', () => {
  it.each([
    'Tests run: 9, Failures: 2, Errors: 0',
    'suite done: 3 failed, 9 passed',
    'worker exited with code 137',
    'exit status 2',
    'Number of failures in tests: 4',
    'failed=1 ok=7',
  ])('%s', (line) => {
    expect(mayCountFailures(tokensOf(line))).toBe(true);
    expect(countsFailures(encoder.encode(line))).toBe(true);
  });

  it.each([
    'Tests run: 9, Failures: 0, Errors: 0',
    'suite done: 0 failed, 9 passed',
    'worker exited with code 0',
    'failed=0 ok=7',
    'Number of failures in tests: 0',
    'order 4 paid',
    'failure of node n7',
  ])('but not: %s', (line) => {
    expect(mayCountFailures(tokensOf(line)) && countsFailures(encoder.encode(line))).toBe(false);
  });
});

import { expect, test } from 'vitest';
import { nextFinding, previousFinding } from '../../src/extension/navigation/neighbours';
import { finding } from './sample-finding';

const findings = [finding(5), finding(10, 12), finding(20)];

test.each([
  ['above all', 1, 5, 20],
  ['on the first', 5, 10, 20],
  ['between', 7, 10, 5],
  ['within the lines of one', 11, 20, 5],
  ['on the last', 20, 5, 10],
  ['below all', 99, 5, 20],
])('%s: next and previous wrap around', (_what, line, next, previous) => {
  expect(nextFinding(findings, line)?.line).toBe(next);
  expect(previousFinding(findings, line)?.line).toBe(previous);
});

test('nothing to go to', () => {
  expect(nextFinding([], 1)).toBeUndefined();
  expect(previousFinding([], 1)).toBeUndefined();
});

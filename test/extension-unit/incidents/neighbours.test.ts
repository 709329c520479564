import { expect, test } from 'vitest';
import { neighbourOfIncident, neighbourOfLine, type Step } from '../../../src/extension/incidents/neighbours';
import { incident } from './sample-incident';

/** Worst first, as they come. */
const incidents = [incident(50), incident(10), incident(90)];

const fromLines: readonly (readonly [number, Step, string])[] = [
  [0, 'next', '10'],
  [10, 'next', '50'],
  [51, 'next', '90'],
  [90, 'next', '10'],
  [0, 'previous', '90'],
  [50, 'previous', '10'],
  [10, 'previous', '90'],
];

test.each(fromLines)('from line %i the %s one begins on line %s', (line, step, wanted) => {
  expect(neighbourOfLine(incidents, line, step)?.id).toBe(wanted);
});

const fromIncidents: readonly (readonly [string, Step, string])[] = [
  ['10', 'next', '50'],
  ['90', 'next', '10'],
  ['10', 'previous', '90'],
  ['gone', 'next', '10'],
  ['gone', 'previous', '90'],
];

test.each(fromIncidents)('beside incident %s the %s one is %s', (id, step, wanted) => {
  expect(neighbourOfIncident(incidents, id, step)?.id).toBe(wanted);
});

test('a log without incidents has no neighbours', () => {
  expect(neighbourOfLine([], 5, 'next')).toBeUndefined();
  expect(neighbourOfIncident([], '10', 'previous')).toBeUndefined();
});

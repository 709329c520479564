import { expect, it } from 'vitest';
import { logTargets } from '../../../../src/node/labels/import/log-targets';

const patterns = ['took <duration>', 'user <word> left', 'user <id> left', 'disk <number>%'];
const targets = logTargets(
  {
    templates: patterns.map((pattern) => ({ pattern, pieces: [pattern] })),
    sources: [
      { role: 'log', lines: 30 },
      { role: 'log', lines: 12 },
      { role: 'baseline', lines: 500 },
    ],
  },
  { recordSubjects: () => [null], sessionSubjects: async () => [{ kind: 'session', shape: '0'.repeat(16) }] },
);

it('counts the lines of the log, not those of what it is held against', () => {
  expect(targets.lines).toBe(42);
});

it.each([
  ['took <duration>', 'took <duration>'],
  ['took <*>', 'took <duration>'],
  [' disk <:NUM:>% ', 'disk <number>%'],
  ['user <word> left', 'user <word> left'],
  ['user <*> left', undefined],
  ['took a while', undefined],
])('finds the template that %s can mean', async (pattern, found) => {
  const [subject] = await targets.templatesOf([pattern]);
  expect(subject?.pattern).toBe(found);
});

it('asks the log for records and sessions', async () => {
  expect(await targets.recordsOfLines([])).toEqual([null]);
  expect(await targets.sessionsNamed(['a'])).toEqual([{ kind: 'session', shape: '0'.repeat(16) }]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotatedSet } from '../../../src/node/files/rotated-set';

/** Oldest first. */
const sets: readonly (readonly [string, readonly string[]])[] = [
  ['numbers', ['app.log.10.gz', 'app.log.9.gz', 'app.log.2.gz', 'app.log.1', 'app.log']],
  ['numbers of a log without an extension', ['syslog.3.gz', 'syslog.2.gz', 'syslog.1', 'syslog']],
  ['dates before the extension', ['app-20261119.log', 'app-20261120.log', 'app.log']],
  ['dates with dashes', ['app.2026-11-19.log.gz', 'app.2026-11-20.log', 'app.log']],
  ['dates at the end', ['app.log.2026-11-19', 'app.log.2026-11-20.zst', 'app.log']],
  ['dates as logrotate writes them', ['app.log-20261119.gz', 'app.log-20261120', 'app.log']],
  ['dates in front', ['2026-11-19-app.log', '2026-11-20-app.log']],
  ['dates with times', ['app.log.2026-11-20-09', 'app.log.2026-11-20-10', 'app.log']],
  [
    'dates and, within a day, numbers',
    ['app.2026-11-19.0.log', 'app.2026-11-19.1.log', 'app.2026-11-20.0.log', 'app.log'],
  ],
];

const strangers = [
  'app2.log',
  'app.log.bak',
  'application.log',
  'other-20261120.log',
  'notes.txt',
  'app.log.12345678',
];

describe.each(sets)('%s', (_, names) => {
  it('are found from each of their files, whatever else lies there, in any order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...names, ...strangers], { minLength: names.length + strangers.length }),
        fc.constantFrom(...names),
        (folder, chosen) => {
          expect(rotatedSet(folder, chosen)).toEqual({ names, sure: true });
        },
      ),
    );
  });
});

it.each([
  [
    'a file packed and not yet removed counts once',
    ['app.log.1', 'app.log.1.gz', 'app.log'],
    ['app.log.1', 'app.log'],
  ],
  ['a log alone is its own set', ['app.log', 'other.log'], ['app.log']],
])('%s', (_, folder, names) => {
  expect(rotatedSet(folder, 'app.log')).toEqual({ names, sure: true });
});

it.each([
  ['numbers before the extension', ['app.2.log', 'app.1.log', 'app.log']],
  ['dates and numbers side by side', ['app.log.2026-11-19', 'app.log.1', 'app.log']],
])('%s leave the order open', (_, names) => {
  expect(rotatedSet(names.toReversed(), 'app.log')).toEqual({ names, sure: false });
});

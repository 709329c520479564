import { expect, test } from 'vitest';
import { findUnits } from '../../../../src/node/sources/found/units';
import { temporaryFolder } from '../../temporary-folder';
import { failing, onlyPrograms, printing } from '../programs/fake-programs';

/** systemd runs no services here: systemctl prints what its documentation says. A real journal is asked in test/live/journal. */
const folder = temporaryFolder();
const never = new AbortController().signal;
const here = { path: null };

const shown = (id: string, properties: object = {}) =>
  Object.entries({
    Id: id,
    Description: `The ${id}`,
    ActiveState: 'active',
    SubState: 'running',
    NRestarts: '0',
    ActiveEnterTimestamp: 'Sun 2026-03-01 10:00:00 UTC',
    InactiveEnterTimestamp: '',
    ...properties,
  })
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

test('services with their states, those that failed first', async () => {
  const failed = {
    ActiveState: 'failed',
    SubState: 'failed',
    NRestarts: '5',
    InactiveEnterTimestamp: 'Sun 2026-03-01 10:07:00 UTC',
    Description: 'a = b',
  };
  onlyPrograms(folder, {
    systemctl: printing(
      `${shown('b.service')}\n\n${shown('a.service', { NRestarts: '' })}\n\n${shown('c.service', failed)}\n`,
    ),
  });
  const running = { state: 'active (running)', since: Date.parse('2026-03-01T10:00:00Z') };
  expect(await findUnits(here, never)).toEqual({
    units: [
      {
        name: 'c.service',
        description: 'a = b',
        state: 'failed',
        since: Date.parse('2026-03-01T10:07:00Z'),
        restarts: 5,
      },
      { name: 'a.service', description: 'The a.service', restarts: null, ...running },
      { name: 'b.service', description: 'The b.service', restarts: 0, ...running },
    ],
    problems: [],
  });
});

const journalctl = `process.stdout.write('b.service\\na.service\\n');`;

test.each([
  [
    'systemd does not run',
    { systemctl: failing('System has not been booted with systemd\n'), journalctl },
    1,
  ],
  ['systemctl is missing', { journalctl }, 1],
])('where %s, the units that wrote into the journal', async (_, programs, problems) => {
  onlyPrograms(folder, programs);
  const found = await findUnits(here, never);
  expect(found.units.map(({ name }) => name)).toEqual(['a.service', 'b.service']);
  expect(found.units[0]).toMatchObject({ state: '', since: null, restarts: null });
  expect(found.problems).toHaveLength(problems);
});

test('of a folder of journal files, what stands in them', async () => {
  onlyPrograms(folder, {
    journalctl: 'console.log(args.slice(1).join(" "))',
    systemctl: printing(shown('x.service')),
  });
  const { units } = await findUnits({ path: folder }, never);
  expect(units.map(({ name }) => name)).toEqual([`--directory=${folder} --field=_SYSTEMD_UNIT`]);
});

test.each([
  ['journalctl is missing, too', {}, 'no-journalctl'],
  ['there is no journal, either', { journalctl: failing('No journal files were found.\n', 0) }, 'no-units'],
])('where %s, a sentence says so', async (_, programs, code) => {
  onlyPrograms(folder, programs);
  await expect(findUnits(here, never)).rejects.toMatchObject({ code });
});

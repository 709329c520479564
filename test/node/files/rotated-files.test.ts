import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rotatedFiles } from '../../../src/node/files/rotated-files';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();

/** A log that begins at the hour. */
function logAt(name: string, hour: number): string {
  const path = join(folder, name);
  const stamp = (minute: number) => `2026-06-12T${String(hour).padStart(2, '0')}:0${minute}:00Z`;
  writeFileSync(path, [1, 2, 3].map((minute) => `${stamp(minute)} INFO shelf ${minute} counted\n`).join(''));
  return path;
}

it('names that leave the order open are ordered by the times in the files', async () => {
  const upwards = [logAt('up.1.log', 6), logAt('up.2.log', 7), logAt('up.log', 8)];
  expect(await rotatedFiles(upwards[2])).toEqual(upwards);
  const downwards = [logAt('down.2.log', 6), logAt('down.1.log', 7), logAt('down.log', 8)];
  expect(await rotatedFiles(downwards[0])).toEqual(downwards);
});

it('without times the names decide', async () => {
  const paths = ['plain.2.log', 'plain.1.log', 'plain.log'].map((name) => join(folder, name));
  for (const path of paths) writeFileSync(path, 'no time here\n');
  expect(await rotatedFiles(paths[1])).toEqual(paths);
});

it('a folder that does not exist is told as the file that is missing', async () => {
  const path = join(folder, 'nowhere', 'app.log');
  await expect(rotatedFiles(path)).rejects.toMatchObject({ name: 'InputError', code: 'missing' });
});

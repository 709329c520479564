import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const start = path.resolve(__dirname, '../../scripts/start.mjs');

/** Each call that cannot work ends before anything is built, and says what to do instead. */
const cases = [
  { args: ['no-such.log'], says: ['no-such.log does not exist', 'Cure: npm start -- path/to/a/file.log'] },
  { args: [__dirname], says: ['is not a file', 'Cure: '] },
  { args: ['--brwoser'], says: ["Unknown option '--brwoser'", 'npm start [-- [--browser] [FILE]]'] },
];

it.each(cases)('npm start -- $args', ({ args, says }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, ...args], { encoding: 'utf8' });
  expect(status).toBe(1);
  for (const part of says) expect(stderr).toContain(part);
  expect(stderr).not.toContain('    at ');
  expect(stdout).toBe('');
});

import { existsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerOf } from '../../../../src/node/sources/processes/answer-of';
import { startProgram } from '../../../../src/node/sources/processes/start-program';
import { temporaryFolder } from '../../temporary-folder';
import { isRunning } from '../programs/is-running';

const folder = temporaryFolder();
const never = new AbortController().signal;
const node = process.execPath;

function answer(code: string, ...args: string[]) {
  return answerOf([node, '-e', code, '--', ...args], never);
}

test('arguments arrive as they are, whatever stands in them', async () => {
  const args = ['$HOME', '`id`', 'a b', "it's", '"', '*', '', '--flag', 'äöü\n\t', '; exit 3', '%PATH%'];
  const { end, text } = await answer('console.log(JSON.stringify(process.argv.slice(1)))', ...args);
  expect(JSON.parse(text)).toEqual(args);
  expect(end).toBe(0);
});

test('it runs in the home folder, and reads nothing', async () => {
  const code = `process.stdin.on('data', () => {}).on('end', () => console.log(process.cwd()))`;
  expect((await answer(code)).text.trim()).toBe(homedir());
});

test('its end and its last words are told', async () => {
  const { end, words } = await answer(
    'console.error("one\\ntwo\\nthree\\nfour\\u001b[31m!"); process.exit(7)',
  );
  expect({ end, words }).toEqual({ end: 7, words: 'two three four [31m!' });
});

test.each([
  ['a NUL among its arguments', [node, 'a\0b'], 'program-nul'],
  ['a program whose interpreter is missing', [fileOf('#!/no/such/interpreter')], 'program-not-started'],
])('%s is refused with a sentence', async (_, command, code) => {
  await expect(startProgram(command, { signal: never })).rejects.toMatchObject({ code });
});

function fileOf(text: string): string {
  const path = join(folder, 'file');
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}

const withChild = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log(process.pid)']);
  child.stdout.on('data', (pid) => console.log(process.pid + ' ' + pid));
`;

test.skipIf(!existsSync('/proc/self/status'))(
  'cancelling ends it and all it started, also what does not want to',
  async () => {
    const controller = new AbortController();
    const run = await startProgram([node, '-e', withChild], { signal: controller.signal });
    const [line] = await run.stdout.take(1).toArray();
    const pids = String(line).trim().split(' ').map(Number);
    expect(pids.map(isRunning)).toEqual([true, true]);
    controller.abort();
    await run.ended;
    await expect.poll(() => pids.map(isRunning)).toEqual([false, false]);
  },
);

test('what was cancelled before it began never begins', async () => {
  const signal = AbortSignal.abort(new Error('no more'));
  await expect(startProgram([node, '-e', ''], { signal })).rejects.toThrow('no more');
});

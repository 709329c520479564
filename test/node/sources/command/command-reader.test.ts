import { expect, test } from 'vitest';
import { commandReader } from '../../../../src/node/sources/command/command-reader';
import { ProgramAsking, writtenText } from '../programs/asking';

const node = process.execPath;
const query = { kind: 'command' } as const;

function source(code: string) {
  return { kind: 'command', name: 'mine', command: [node, '-e', code] } as const;
}

async function fetched(code: string) {
  const asking = new ProgramAsking();
  const text = await writtenText(commandReader.fetch(source(code), query, asking));
  return { text, asking };
}

test('what it writes comes as it is, standard error too', async () => {
  const { text, asking } = await fetched(
    `process.stdout.write('a\\u001b[31m\\0b\\n'); process.stderr.write('warned\\n'); process.stdout.write('end')`,
  );
  expect(text.replace('warned\n', '')).toBe('a\u001b[31m\0b\nend');
  expect(text).toContain('warned\n');
  expect(asking).toMatchObject({ notes: [], isMissing: false, phases: ['fetching'] });
});

test('megabytes come whole', async () => {
  const { text } = await fetched(`for (let i = 0; i < 200_000; i++) console.log('line ' + i)`);
  const lines = text.split('\n');
  expect(lines).toHaveLength(200_001);
  expect(lines.slice(0, -1).every((line, i) => line === `line ${i}`)).toBe(true);
});

test('a program that fails is told of, with its last words', async () => {
  const { text, asking } = await fetched(
    `console.log('half'); console.error('the disk is gone'); process.exitCode = 3`,
  );
  expect(text).toContain('half\n');
  expect(asking.isMissing).toBe(true);
  expect(asking.notes).toEqual([
    `${node} ended with 3 and said: the disk is gone. Mend that, then run it again.`,
  ]);
});

test('one that a signal ends is told of, too', async () => {
  const { asking } = await fetched(`console.log('half'); process.kill(process.pid, 'SIGKILL')`);
  expect(asking.notes).toEqual([
    `${node} ended with SIGKILL and said nothing. Run it in a terminal to see why.`,
  ]);
});

test('one that only says why it fails is no log', async () => {
  const failing = fetched(`console.error('no such pod'); process.exitCode = 1`);
  await expect(failing).rejects.toThrow('ended with 1 and said: no such pod.');
});

test('a crash with all its lines is a log', async () => {
  const { text, asking } = await fetched(`throw new Error('boom')`);
  expect(text).toContain('Error: boom');
  expect(text).toMatch(/\n {4}at /);
  expect(asking.isMissing).toBe(true);
});

test('a tail ends with a sentence when the program does', async () => {
  const over = writtenText(commandReader.tail(source(`console.log(1)`), query, null, new ProgramAsking()));
  await expect(over).rejects.toMatchObject({ code: 'command-over' });
  const failed = writtenText(
    commandReader.tail(source(`process.exitCode = 255`), query, null, new ProgramAsking()),
  );
  await expect(failed).rejects.toMatchObject({ code: 'program-silent' });
});

test('a tail goes on until it is cancelled', async () => {
  const asking = new ProgramAsking();
  const tail = commandReader.tail(source(`setInterval(() => console.log('tick'), 5)`), query, null, asking);
  let ticks = 0;
  const taking = (async () => {
    for await (const _ of tail) if (++ticks === 3) asking.cancel();
  })();
  await expect(taking).rejects.toMatchObject({ name: 'AbortError' });
  expect(ticks).toBeGreaterThanOrEqual(3);
});

test('what came once is not asked for again', async () => {
  const { asking } = await fetched(`console.log(1)`);
  const again = writtenText(commandReader.tail(source(''), query, asking.last, asking));
  await expect(again).rejects.toMatchObject({ code: 'command-twice' });
});

test.each([
  [[node, '-e', 'process.exit(1)'], true, `The program is ${node}. It runs when its output is opened.`],
  [['./mine.sh'], false, './mine.sh is a path relative to some folder'],
  [
    ['no-such-program-here'],
    false,
    'no-such-program-here is not on PATH. Install it, or write its whole path.',
  ],
])('testing %j runs nothing', async (command, ok, words) => {
  const asking = new ProgramAsking();
  const verdict = await commandReader.test({ kind: 'command', name: 'mine', command }, asking);
  expect(verdict.ok).toBe(ok);
  asking.note(verdict.sentence);
  expect(asking.notes[0]).toContain(words);
});

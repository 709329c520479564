import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';

const cli = builtCli();

const gate = [
  '2031-02-03T07:00:00.100Z INFO gate opened for truck 17',
  '2031-02-03T07:00:02.000Z ERROR weighing failed',
  'Traceback (most recent call last):',
  '  File "scale.py", line 3, in weigh',
  'ValueError: too heavy',
  '',
  '2031-02-03T07:00:05.000Z INFO gate closed',
].join('\n');

const scale = [
  '2031-02-03T07:00:01.000Z WARN drifting by 3 g\r',
  '2031-02-03T07:00:02.000Z INFO tared\r',
  '2031-02-03T07:00:09.500Z INFO asleep\r',
  '',
].join('\n');

const office = [
  '[2031-02-03 10:00:01.500] letter 4 printed',
  '[2031-02-03 10:00:04.000] letter 5 printed',
].join('\n');

function files() {
  return {
    gate: cli.file('yard/gate.log', gate),
    scale: cli.file('yard/scale.log', scale),
    office: cli.file('office/office.log', office),
  };
}

async function merged(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await cli.run(['merge', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('oddline merge', () => {
  it('writes several logs in order of time, each line marked with its log', async () => {
    const { gate, scale, office } = files();
    expect(await merged(gate, scale, office, '--offset', 'office.log=-3h')).toBe(
      [
        'gate.log   | 2031-02-03T07:00:00.100Z INFO gate opened for truck 17',
        'scale.log  | 2031-02-03T07:00:01.000Z WARN drifting by 3 g',
        'office.log | [2031-02-03 10:00:01.500] letter 4 printed',
        'gate.log   | 2031-02-03T07:00:02.000Z ERROR weighing failed',
        'gate.log   | Traceback (most recent call last):',
        'gate.log   |   File "scale.py", line 3, in weigh',
        'gate.log   | ValueError: too heavy',
        'gate.log   | ',
        'scale.log  | 2031-02-03T07:00:02.000Z INFO tared',
        'office.log | [2031-02-03 10:00:04.000] letter 5 printed',
        'gate.log   | 2031-02-03T07:00:05.000Z INFO gate closed',
        'scale.log  | 2031-02-03T07:00:09.500Z INFO asleep',
        '',
      ].join('\n'),
    );
  });

  it('says in JSON where each record stands', async () => {
    const { gate: gatePath, scale } = files();
    const document = JSON.parse(await merged(scale, gatePath, '--format', 'json'));
    expect(document.sources).toEqual([
      { path: scale, name: 'scale.log', lines: 3, offset: 0 },
      { path: gatePath, name: 'gate.log', lines: 7, offset: 0 },
    ]);
    expect(document.records).toHaveLength(6);
    expect(document.records[3]).toEqual({
      source: 1,
      line: 2,
      time: '1927868402000000000',
      level: 'error',
      text: gate.split('\n').slice(1, 6).join('\n'),
    });
  });

  it('writes only what lies within a time, by clocks set right', async () => {
    const { gate, scale } = files();
    const within = [
      '--since',
      '2031-02-03T07:00:02Z',
      '--until',
      '2031-02-03T07:00:03Z',
      '--offset',
      'scale.log=+1s',
    ];
    expect(await merged(gate, scale, ...within)).toBe(
      [
        'gate.log  | 2031-02-03T07:00:02.000Z ERROR weighing failed',
        'gate.log  | Traceback (most recent call last):',
        'gate.log  |   File "scale.py", line 3, in weigh',
        'gate.log  | ValueError: too heavy',
        'gate.log  | ',
        'scale.log | 2031-02-03T07:00:01.000Z WARN drifting by 3 g',
        'scale.log | 2031-02-03T07:00:02.000Z INFO tared',
        '',
      ].join('\n'),
    );
    expect(await merged(gate, scale, '--since', '5s', '--offset', 'scale.log=+1s')).toBe(
      'scale.log | 2031-02-03T07:00:09.500Z INFO asleep\n',
    );
  });

  it('writes to a file, whole or not at all', async () => {
    const { gate, scale } = files();
    const output = join(dirname(gate), 'merged.log');
    expect(await merged(gate, scale, '--output', output)).toBe('');
    expect(readFileSync(output, 'utf8')).toBe(await merged(gate, scale));
    expect(readdirSync(dirname(gate)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('reads what is packed or in another encoding as it is meant', async () => {
    const packed = cli.file('packed/gate.log.gz', gzipSync(gate));
    const wide = cli.file('wide/gate.log', Buffer.from(`\ufeff${gate}`, 'utf16le'));
    const text = (await merged(files().gate)).replaceAll('gate.log | ', '');
    expect((await merged(packed)).replaceAll('gate.log.gz | ', '')).toBe(text);
    expect((await merged(wide)).replaceAll('gate.log | ', '')).toBe(text);
  });

  it('keeps bytes that are no UTF-8, and lines longer than any buffer', async () => {
    const long = `2031-02-03T07:00:03Z INFO ${'x'.repeat(300_000)} end`;
    const bytes = Buffer.concat([
      Buffer.from(`${long}\r\n2031-02-03T07:00:04Z INFO `),
      Buffer.from([0xff, 0xfe, 0x0a]),
    ]);
    const path = cli.file('raw.log', bytes);
    const output = join(dirname(path), 'raw-merged.log');
    await merged(path, '--output', output);
    const expected = Buffer.concat([
      Buffer.from(`raw.log | ${long}\nraw.log | 2031-02-03T07:00:04Z INFO `),
      Buffer.from([0xff, 0xfe, 0x0a]),
    ]);
    expect(readFileSync(output).equals(expected)).toBe(true);
  });

  it('tells logs of the same name apart', async () => {
    const one = cli.file('left/app.log', '2031-02-03T07:00:01Z INFO one\n');
    const two = cli.file('right/app.log', '2031-02-03T07:00:00Z INFO two\n');
    expect(await merged(one, two)).toBe(
      'right/app.log | 2031-02-03T07:00:00Z INFO two\nleft/app.log  | 2031-02-03T07:00:01Z INFO one\n',
    );
  });

  it('says of a log without times that it stands at the end', async () => {
    const { scale } = files();
    const notes = cli.file('notes.txt', 'bring cake\n');
    const { code, stdout, stderr } = await cli.run(['merge', notes, scale]);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('notes.txt | bring cake');
    expect(stderr).toContain('No record of');
  });

  it('of an empty log is empty', async () => {
    expect(await merged(cli.file('empty.log', ''))).toBe('');
    expect(JSON.parse(await merged(cli.file('empty.log', ''), '--format', 'json')).records).toEqual([]);
  });

  const refused: readonly { args: (gate: string) => readonly string[]; says: string }[] = [
    { args: () => [], says: 'takes the logs to merge' },
    {
      args: (gate) => [gate, '--offset', 'gate.log'],
      says: '--offset takes a file and what to add to its times',
    },
    { args: (gate) => [gate, '--offset', 'gate.log=soon'], says: 'not "gate.log=soon"' },
    {
      args: (gate) => [gate, '--offset', 'door.log=1s'],
      says: 'none of the files. They are called: gate.log',
    },
    { args: (gate) => [gate, '--format', 'xml'], says: '--format takes text, json' },
    { args: (gate) => [gate, '--output', gate], says: 'is one of the logs to merge' },
    { args: (gate) => [gate, '--output', join(gate, 'x')], says: 'could not be written' },
    { args: (gate) => [gate, 'no-such.log'], says: 'no-such.log does not exist' },
  ];
  for (const { args, says } of refused) {
    it(`refuses what ${says}`, async () => {
      const { gate } = files();
      const { code, stdout, stderr } = await cli.run(['merge', ...args(gate)]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(says);
      expect(readFileSync(gate, 'utf8')).toContain('weighing');
    });
  }
});

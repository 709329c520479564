import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from '../../../src/engine/features/feature-table';
import { isBaselineFile, readBaseline, writeBaseline } from '../../../src/node/baselines/baseline-file';
import { goodPaths } from '../../../src/node/baselines/good-paths';
import { learnText } from '../../engine/baseline/learned-logs';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const model = learnText(
  Array.from(
    { length: 80 },
    (_, i) => `pump ${i} runs ${i % 9} ms on line ${i % 3 === 0 ? 'red' : 'blue'}`,
  ).join('\n'),
);

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function written(name: string): Promise<{ path: string; text: string }> {
  const path = join(folder, name);
  await writeBaseline(path, model);
  return { path, text: readFileSync(path, 'utf8') };
}

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error) => (error as { code: string }).code,
  );

describe('a baseline file', () => {
  it('gives back what was written', async () => {
    const { path, text } = await written('pump.oddline');
    expect(await readBaseline(path)).toEqual(model);
    expect(await writeBaseline(path, model)).toBe(Buffer.byteLength(text));
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('is read with the line ends that version control gave it', async () => {
    const { text } = await written('crlf.oddline');
    expect(await readBaseline(fileOf('crlf.oddline', text.replaceAll('\n', '\r\n')))).toEqual(model);
  });

  it('holds no value of a log', async () => {
    const { text } = await written('private.oddline');
    expect(text).not.toContain('"red"');
    expect(text).toContain('pump <number> runs');
  });

  const damages: readonly (readonly [string, string, (text: string) => string])[] = [
    ['a count changed', 'damaged-baseline', (text) => text.replace('"records":80', '"records":81')],
    ['its end is missing', 'damaged-baseline', (text) => text.slice(0, text.length / 2)],
    ['only its first line is there', 'damaged-baseline', (text) => text.slice(0, text.indexOf('\n') + 1)],
    ['bytes of something else', 'damaged-baseline', (text) => text.replace('pump', 'pu\u0000\u001b[31mp')],
    ['a newer version', 'baseline-version', (text) => text.replace('"version":1', '"version":2')],
    ['no version', 'baseline-version', (text) => text.replace('"version":1,', '')],
    ['a log by that name', 'no-baseline', () => 'pump 1 runs\npump 2 runs\n'],
    ['nothing', 'no-baseline', () => ''],
    ['another file of ours', 'no-baseline', () => '{"oddline":"labels","version":1}\n'],
    ['JSON that is no object', 'no-baseline', () => 'null\n'],
  ];
  it.each(damages)('is refused where there is %s (%s)', async (_, code, damage) => {
    const { path, text } = await written('damaged.oddline');
    expect(await codeOf(readBaseline(fileOf('damaged.oddline', damage(text))))).toBe(code);
    expect(await isBaselineFile(path)).toBe(true);
  });

  it('is refused though its checksum is right, where its entries are none', async () => {
    const { createHash } = await import('node:crypto');
    const body = '{"kind":"summary","logs":1,"records":5,"variation":{"excess":0,"unknown":-4}}\n';
    const checksum = createHash('sha256').update(body).digest('hex');
    const path = fileOf(
      'forged.oddline',
      `{"oddline":"baseline","version":1,"checksum":"${checksum}"}\n${body}`,
    );
    expect(await codeOf(readBaseline(path))).toBe('damaged-baseline');
  });

  it('is of version 1 as long as masks and features are these: raise the version with them', () => {
    const lines = [
      'read 17 rows of 0x7f3a in 12ms, 4KB from 10.0.0.8:5432',
      'put "a b" to /var/lib/pump/7 of https://pump.example/x?y=1',
      'job 123e4567-e89b-42d3-a456-426614174000 by eve@example.org',
    ];
    expect(learnText(lines.join('\n')).messages.map(({ text }) => text.slice(text.indexOf(' ') + 1))).toEqual(
      [
        'job <uuid> by <email>',
        'put "a b" to <path> of <url>',
        'read <number> rows of <hex> in <duration>, <size> from <ip>',
      ],
    );
    expect(features.map(({ name, resolution }) => `${name} ${resolution}`)).toEqual([
      'template 0.25',
      'signature 0.25',
      'component 0.25',
      'transition 0.25',
      'lines 0.5',
      'bytes 1',
      'gap 0.5',
      'rate 0.5',
    ]);
  });

  it('is not written where it cannot be', async () => {
    const file = fileOf('in-the-way', '');
    expect(await codeOf(writeBaseline(join(file, 'x.oddline'), model))).toBe('baseline-not-written');
  });
});

describe('good paths', () => {
  it('are told apart by what they hold', async () => {
    const { path, text } = await written('one.oddline');
    const renamed = fileOf('baseline.txt', text);
    const log = fileOf('good.log', 'pump 1 runs\n');
    const { logs, baseline } = await goodPaths([log, path, renamed]);
    expect(logs).toEqual([log]);
    expect(baseline).toMatchObject({ logs: 2, records: 160 });
  });

  it('that are missing are left to who opens logs', async () => {
    expect(await goodPaths([join(folder, 'gone.log')])).toEqual({
      logs: [join(folder, 'gone.log')],
      baseline: undefined,
    });
  });
});

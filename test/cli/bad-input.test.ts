import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';
import { quietLog, shopLog } from './sample-logs';

const cli = builtCli();
const path = (name: string) => join(cli.folder, name);
const analyse = (file: string) => cli.run(['analyze', file, '--format', 'json']);

describe('input that cannot be analysed: exit 2, a message with its cure, no half a document', () => {
  const packed = gzipSync(shopLog.text);
  const bytes = Buffer.from(Array.from({ length: 2048 }, (_, i) => (i * 7) % 256));
  mkdirSync(path('folder'));

  it.each([
    ['a missing file', 'missing.log', undefined, /does not exist\. Check the name/],
    ['a folder', 'folder', undefined, /is a folder\. Name a log file in it/],
    ['a binary file', 'core.log', bytes, /no text but a binary file\. Unpack it or convert it/],
    ['a zip archive', 'logs.zip', Buffer.from('PK\x03\x04rest'), /Run "unzip logs\.zip" first/],
    ['a gzip file without content', 'cut.log.gz', packed.subarray(0, 12), /ends in the middle.*again/],
    [
      'a gzip file damaged at once',
      'hurt.log.gz',
      Buffer.from(packed).fill(0xff, 10, 30),
      /damaged packed data.*again/,
    ],
    ['a bzip2 file', 'app.log.bz2', Buffer.from('BZh9 and more'), /Run "bunzip2 -k app\.log\.bz2" first\.$/m],
  ])('%s', async (_, name, content, message) => {
    if (content) cli.file(name, content);
    const { code, stdout, stderr } = await analyse(path(name));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^oddline: /);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a bad baseline', async () => {
    const { code, stderr } = await cli.run([
      'analyze',
      cli.file('a.log', quietLog),
      '--baseline',
      path('none.log'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('none.log does not exist');
  });

  it('a file without permission', async () => {
    chmodSync(cli.file('secret.log', quietLog), 0);
    chmodSync(cli.folder, 0o755);
    // Root may read everything: there the program runs as somebody else.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { code, stderr } = await cli.run(['analyze', path('secret.log')], nobody);
    expect(code).toBe(2);
    expect(stderr).toMatch(/may not be read by you\. Ask for read permission/);
  });
});

describe('a gzip file that is not whole: what stands before the damage, and a note', () => {
  const packed = gzipSync(shopLog.text);

  it.each([
    ['cut', packed.subarray(0, packed.length >> 1), 'ends in the middle of its packed data'],
    [
      'damaged',
      Buffer.from(packed).fill(0xff, packed.length >> 1, (packed.length >> 1) + 50),
      'holds damaged packed data',
    ],
  ])('%s', async (name, content, what) => {
    const file = cli.file(`${name}.log.gz`, content);
    const { code, stdout, stderr } = await analyse(file);
    const { sources, stats } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(stats.lines).toBeGreaterThan(shopLog.text.split('\n').length / 4);
    expect(sources[0].notes).toEqual([expect.stringContaining(what)]);
    expect(stderr).toBe(`oddline: ${sources[0].notes[0]}\n`);
    expect((await cli.run(['templates', file])).stderr).toBe(stderr);
  });
});

describe('input that is strange but sound: exit 0 and a whole document', () => {
  const line = '2026-03-14T09:26:53.589Z INFO [cart] [-] item added to the cart\n';

  it.each<[string, Uint8Array | string, { lines: number }]>([
    ['an empty file', '', { lines: 0 }],
    ['a single line end', '\n', { lines: 1 }],
    [
      'NULs as copytruncate leaves them',
      Buffer.concat([Buffer.alloc(100_000), Buffer.from(line.repeat(50))]),
      { lines: 50 },
    ],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from(line.repeat(50)), Buffer.from([0xff, 0xfe, 0xc3, 0x0a])]),
      { lines: 51 },
    ],
    ['UTF-16', Buffer.from(`\uFEFF${line.repeat(50)}`, 'utf16le'), { lines: 50 }],
    ['lone CRs', line.repeat(50).replaceAll('\n', '\r'), { lines: 50 }],
    ['hostile text', '</script>\x1b[2J\u202E {0} %s $(x)\n'.repeat(50), { lines: 50 }],
  ])('%s', async (name, content, stats) => {
    const { code, stdout, stderr } = await analyse(cli.file(`${name}.log`, content));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, stats });
  });

  it('one line of 50 MB, in constant memory', async () => {
    const name = path('long.log');
    const file = openSync(name, 'w');
    writeSync(file, '2026-03-14T09:26:53.589Z INFO [cart] [-] ');
    for (let i = 0; i < 50; i++) writeSync(file, Buffer.alloc(1 << 20, 'payload of one line '));
    closeSync(file);
    const { code, stdout } = await cli.run(['analyze', name], { nodeFlags: ['--max-old-space-size=64'] });
    expect(code).toBe(0);
    expect(stdout).toContain('long.log: 1 line,');
    expect(stdout.length).toBeLessThan(2000);
  });

  it('200,000 distinct templates', async () => {
    const word = (n: number) =>
      n.toString(26).replace(/\d/g, (digit) => String.fromCharCode(112 + Number(digit)));
    const lines = Array.from(
      { length: 200_000 },
      (_, i) => `${word(i)} ${word(i * 7919)} ${word(i * 104_729)} seen`,
    );
    const { code, stdout } = await analyse(cli.file('distinct.log', `${lines.join('\n')}\n`));
    expect(code).toBe(0);
    const { stats, templates } = JSON.parse(stdout);
    expect(stats.lines).toBe(200_000);
    expect(templates).toHaveLength(stats.templates);
  });
});

describe('a file that changes while it is read', () => {
  /** Large enough that the change below comes while it is read: stdout tells nothing before the end. */
  const large = shopLog.text.repeat(60);

  /** Changes the file as soon as the program has opened it. */
  function whileReading(
    name: string,
    change: (file: string) => void,
  ): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const file = cli.file(name, large);
    const hook = cli.file('on-open.cjs', onFirstRead);
    const args = ['--require', hook, cli.script, 'analyze', file, '--format', 'json'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    child.once('message', () => {
      change(file);
      child.send('go on');
    });
    return new Promise((done) => {
      let [stdout, stderr] = ['', ''];
      child.stdout?.on('data', (text) => (stdout += text));
      child.stderr?.on('data', (text) => (stderr += text));
      child.on('close', (code) => done({ code, stdout, stderr }));
    });
  }

  /** Loaded before the program: its second read of a file waits until the test has changed the file. */
  const onFirstRead = `
    const { open } = require('node:fs/promises');
    const promises = require('node:fs/promises');
    let reads = 0;
    promises.open = async (...args) => {
      const handle = await open(...args);
      const read = handle.read.bind(handle);
      handle.read = async (...span) => {
        if (++reads === 3) {
          process.send('reading');
          await new Promise((resolve) => process.once('message', resolve));
          process.disconnect();
        }
        return read(...span);
      };
      return handle;
    };
  `;

  it('and grows: the result is that of the file as it was', async () => {
    const { code, stdout } = await whileReading('grows.log', (file) =>
      appendFileSync(file, 'one more line\n'),
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout).stats).toMatchObject({ bytes: Buffer.byteLength(large) });
  });

  it('and vanishes: the result is that of the file as it was', async () => {
    const { code, stdout } = await whileReading('vanishes.log', (file) => rmSync(file));
    expect(code).toBe(0);
    expect(JSON.parse(stdout).stats).toMatchObject({ bytes: Buffer.byteLength(large) });
  });

  it('and is truncated: exit 2, nothing partial', async () => {
    const { code, stdout, stderr } = await whileReading('truncated.log', (file) => truncateSync(file, 100));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/became shorter while it was read.*Run again when it is at rest/);
  });
});

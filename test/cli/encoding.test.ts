import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';
import { quietLog } from './sample-logs';

const cli = builtCli();
const stamp = '2026-03-14T09:59:00.000Z ERROR [mailer] [-]';
/** 磁盘错误, "disk error", in GBK. */
const words = Buffer.from([0xb4, 0xc5, 0xc5, 0xcc, 0xb4, 0xed, 0xce, 0xf3]);
const gbk = Buffer.concat([Buffer.from(`${quietLog}${stamp} `), words, Buffer.from('\n')]);
const path = cli.file('gbk.log', gbk);
const note = 'oddline: Some bytes are not UTF-8; name the encoding with --encoding.\n';

describe('a log in GBK', () => {
  it.each([
    ['analyze', 'gbk'],
    ['analyze', 'GB18030'],
    ['analyze', 'gb-2312'],
    ['templates', 'gbk'],
  ])('is read by %s --encoding %s', async (command, name) => {
    const { code, stdout, stderr } = await cli.run([command, path, '--encoding', name]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('磁盘错误');
  });

  it.each([
    ['analyze', gbk],
    ['analyze', gzipSync(gbk)],
    ['templates', gbk],
  ])('is read from a pipe by %s', async (command, input) => {
    const { stdout } = await cli.run([command, '-', '--encoding', 'gbk'], { input });
    expect(stdout).toContain('磁盘错误');
  });

  it('is compared with a baseline in the same encoding', async () => {
    const args = ['analyze', path, '--baseline', path, '--encoding', 'gbk'];
    expect((await cli.run(args)).stdout).not.toContain('磁盘错误');
  });

  it.each([
    ['analyze', path],
    ['templates', path],
    ['templates', cli.file('packed-gbk.log.gz', gzipSync(gbk.subarray(-5000)))],
  ])('is recognised by %s: %s', async (command, file) => {
    const { code, stdout, stderr } = await cli.run([command, file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('磁盘错误');
  });
});

describe('a log in an encoding that cannot be told from others', () => {
  const latin = cli.file(
    'latin.log',
    Buffer.from(`${quietLog}${stamp} gr\xf6\xdfer als \xfcblich\n`, 'latin1'),
  );

  it.each(['analyze', 'templates'])('makes %s ask for its name, once', async (command) => {
    const { code, stdout, stderr } = await cli.run([command, latin]);
    expect(stdout).toContain('\uFFFD');
    expect({ code, stderr }).toEqual({ code: 0, stderr: note });
  });
});

describe('nobody is asked for an encoding', () => {
  it.each([
    ['that was named, even if wrongly', [path, '--encoding', 'utf8']],
    [
      'of a log that holds U+FFFD itself',
      [cli.file('own.log', `${quietLog}${stamp} broken \uFFFD word here\n`)],
    ],
    [
      'of UTF-16',
      [cli.file('utf16.log', Buffer.from(`\uFEFF${quietLog}${stamp} \uFFFD broken\n`, 'utf16le'))],
    ],
  ])('%s', async (_, args) => {
    for (const command of ['analyze', 'templates']) {
      const { stdout, stderr } = await cli.run([command, ...args]);
      expect(stdout).toContain('\uFFFD');
      expect(stderr).toBe('');
    }
  });
});

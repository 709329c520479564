import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as logFile from '../../../src/node/files/log-file';
import { type ReadableLog, readBackBytes } from '../../../src/node/files/readable-log';
import { TextLog } from '../../../src/node/files/text-log';
import { sentenceText } from '../../../src/protocol/sentence';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
let files = 0;

function fileOf(bytes: Uint8Array | string): string {
  const path = join(folder, `${++files}.log`);
  writeFileSync(path, bytes);
  return path;
}

const opened: ReadableLog[] = [];

async function openLogFile(path: string, options: logFile.OpenOptions = {}): Promise<ReadableLog> {
  const log = await logFile.openLogFile(path, options);
  opened.push(log);
  return log;
}

afterEach(async () => {
  for (const log of opened.splice(0)) await log.close();
});

async function bytesOf(log: ReadableLog): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of log.chunks(() => undefined)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const sentence = 'One line of a log, and another.\n';
const large = Buffer.from(sentence.repeat(200_000));
const noise = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 167 + 13) % 256));

describe('a file', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['small', Buffer.from(sentence)],
    ['of several chunks', large],
  ])('that is %s is streamed whole, packed or not', async (_, bytes) => {
    expect((await bytesOf(await openLogFile(fileOf(bytes)))).equals(bytes)).toBe(true);
    expect((await bytesOf(await openLogFile(fileOf(gzipSync(bytes))))).equals(bytes)).toBe(true);
  });

  it('packed in several members is unpacked whole', async () => {
    const path = fileOf(Buffer.concat([gzipSync('one\n'), gzipSync('two\n')]));
    expect((await bytesOf(await openLogFile(path))).toString()).toBe('one\ntwo\n');
  });

  it('tells how much of it was read, up to its size', async () => {
    const log = await openLogFile(fileOf(large));
    const heard: number[] = [];
    for await (const _ of log.chunks((bytes) => heard.push(bytes)));
    expect(heard.length).toBeGreaterThan(1);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(log.size);
  });

  it('that grows while it is read is read as it was when it was opened', async () => {
    const path = fileOf(large);
    const log = await openLogFile(path);
    appendFileSync(path, 'later\n');
    expect((await bytesOf(log)).equals(large)).toBe(true);
  });

  it('that vanishes after it was opened is read whole', async () => {
    const path = fileOf(large);
    const log = await openLogFile(path);
    rmSync(path);
    expect((await bytesOf(log)).equals(large)).toBe(true);
  });
});

describe('bad input says what is wrong and how to mend it', () => {
  mkdirSync(join(folder, 'directory'));
  const shrinking = async (path: string) => {
    const log = await openLogFile(path);
    for await (const _ of log.chunks(() => undefined)) truncateSync(path, 10);
  };
  const read = async (path: string) => void (await bytesOf(await openLogFile(path)));
  const packed = gzipSync(Buffer.concat([large, noise]));

  it.each([
    ['a file that does not exist', 'missing', join(folder, 'nowhere.log'), read],
    ['a path through a file', 'missing', join(fileOf('x'), 'y.log'), read],
    ['a folder', 'folder', join(folder, 'directory'), read],
    ['a device', 'not-a-file', '/dev/null', read],
    ['a binary file', 'binary', fileOf(noise), read],
    ['a picture', 'binary-format', fileOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), read],
    ['a packed binary file', 'binary', fileOf(gzipSync(noise)), read],
    ['a gzip file of a header only', 'truncated-packed', fileOf(packed.subarray(0, 12)), read],
    ['a gzip file damaged at once', 'damaged-packed', fileOf(Buffer.from(packed).fill(0xff, 10, 30)), read],
    ['an archive not unpacked here', 'packed-format', fileOf('BZh9 and more'), read],
    ['a file that becomes shorter', 'shrunk', fileOf(large), shrinking],
    ['a small file that becomes shorter after its last byte', 'shrunk', fileOf(sentence), shrinking],
    ['a packed file that becomes shorter', 'shrunk', fileOf(gzipSync(noiseText(8 << 20))), shrinking],
  ] as const)('%s: %s', async (_, code, path, act) => {
    const error = await act(path).catch((reason) => reason);
    expect(error).toMatchObject({ name: 'InputError', code });
    expect(error.message).toContain(path);
    expect(error.message).toMatch(/\.$/);
  });
});

describe('a damaged archive gives what stands before the damage and says so', () => {
  const packed = gzipSync(noiseText(300_000));

  it.each([
    ['cut', packed.subarray(0, packed.length >> 1), /^.+ ends in the middle of its packed data: only /],
    [
      'damaged',
      Buffer.from(packed).fill(0xff, 150_000, 150_050),
      /^.+ holds damaged packed data \(.+\): only /,
    ],
  ])('%s', async (_, bytes, note) => {
    const log = await openLogFile(fileOf(bytes));
    const read = await bytesOf(log);
    expect(read.length).toBeGreaterThan(100_000);
    expect(noiseText(300_000).subarray(0, 100_000).equals(read.subarray(0, 100_000))).toBe(true);
    expect(log.notes.map((note) => sentenceText(note))).toEqual([expect.stringMatching(note)]);
    const text = await log.text();
    expect(Buffer.from(text.read(90_000, 90_100)).equals(read.subarray(90_000, 90_100))).toBe(true);
    expect(log.notes).toHaveLength(1);
  });
});

/** Text that packs badly, so that its packed form has several chunks. */
function noiseText(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let i = 0, state = 1; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = 0x20 + ((state >>> 24) % 90);
  }
  return bytes;
}

describe('text read back', () => {
  const text = 'erste Zeile: Größe 5 µm\nzweite Zeile: 温度过高 🔥\n';
  const bom = '\uFEFF';
  const secondAt = Buffer.byteLength(text.slice(0, text.indexOf('zweite')));
  const wholeText = Buffer.from(text);

  it.each([
    ['UTF-8', Buffer.from(text), undefined],
    ['UTF-8, as VS Code calls it', Buffer.from(text), 'utf8'],
    ['UTF-8 with a byte order mark', Buffer.from(bom + text), 'utf8bom'],
    ['UTF-16 with a byte order mark', Buffer.from(bom + text, 'utf16le'), undefined],
    ['UTF-16 by its name', Buffer.from(text, 'utf16le'), 'utf16le'],
    ['gzip', gzipSync(text), undefined],
    ['UTF-16 in gzip', gzipSync(Buffer.from(bom + text, 'utf16le')), undefined],
  ] as const)('of %s is that at the offsets of the transcoded text', async (_, bytes, encoding) => {
    const log = await openLogFile(fileOf(bytes), { encoding });
    await bytesOf(log);
    const back = await log.text();
    expect(Buffer.from(back.read(secondAt, wholeText.length)).toString()).toBe(
      text.slice(text.indexOf('zweite')),
    );
  });

  it('of any span is the bytes of that span', async () => {
    const log = await openLogFile(fileOf(wholeText));
    const texts = [await log.text(), await new TextLog('untitled', wholeText, 0).text()];
    const span = fc.tuple(fc.nat(wholeText.length), fc.nat(wholeText.length)).filter(([a, b]) => a <= b);
    fc.assert(
      fc.property(span, ([start, end]) => {
        for (const back of texts)
          expect(Buffer.from(back.read(start, end))).toEqual(wholeText.subarray(start, end));
      }),
    );
  });

  it.each([
    ['a file', async () => (await openLogFile(fileOf(Buffer.alloc(1 << 20, 'x')))).text()],
    ['a document', async () => new TextLog('untitled', Buffer.alloc(1 << 20, 'x'), 0).text()],
  ])('of a very long line of %s is its beginning', async (_, open) => {
    expect((await open()).read(5, 1 << 20)).toHaveLength(readBackBytes);
  });

  it('past the end of a file that has shrunk is empty', async () => {
    const path = fileOf(large);
    const back = await (await openLogFile(path)).text();
    truncateSync(path, 10);
    expect(back.read(5, 20)).toHaveLength(5);
    expect(back.read(100, 200)).toHaveLength(0);
  });
});

describe('a stream', () => {
  async function* pieces(...texts: string[]) {
    for (const text of texts) yield Buffer.from(text);
  }

  it('can be read, and read back, like a file, and leaves nothing behind', async () => {
    const spools = mkdtempSync(join(folder, 'spools-'));
    vi.stubEnv('TMPDIR', spools);
    const log = await logFile.openLogStream(pieces('one\ntw', 'o\n'), { name: 'standard input' });
    vi.unstubAllEnvs();
    expect(log.path).toBe('standard input');
    expect((await bytesOf(log)).toString()).toBe('one\ntwo\n');
    expect(Buffer.from((await log.text()).read(4, 7)).toString()).toBe('two');
    expect(readdirSync(spools)).toEqual([]);
    await log.close();
  });

  it('is read in the encoding named', async () => {
    const bytes = Buffer.from([0xb4, 0xed, 0xce, 0xf3, 0x0a]);
    const stream = (async function* () {
      yield bytes;
    })();
    const log = await logFile.openLogStream(stream, { name: 'standard input', encoding: 'gbk' });
    await bytesOf(log);
    expect(Buffer.from((await log.text()).read(0, 100)).toString()).toBe('错误\n');
    await log.close();
  });

  it('that breaks is an error, not a shorter log', async () => {
    const broken = (async function* () {
      yield* pieces('one\n');
      throw new Error('connection lost');
    })();
    await expect(logFile.openLogStream(broken, { name: 'standard input' })).rejects.toMatchObject({
      code: 'unreadable',
    });
  });
});

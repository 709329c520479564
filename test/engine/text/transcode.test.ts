import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Transcoder } from '../../../src/engine/text/transcode';

function transcode(encoding: string | undefined, chunks: readonly Uint8Array[]): string {
  const transcoder = new Transcoder(encoding);
  const parts = chunks.map((chunk) => Uint8Array.from(transcoder.push(chunk)));
  return Buffer.concat([...parts, transcoder.end()]).toString('utf8');
}

const chunksOf = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));

const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

const text = 'time=12 naïve 日志 😀 done\r\nsecond line\n';

describe('every chunking gives the same text', () => {
  test.each<[string, string | undefined, Uint8Array]>([
    ['UTF-8', 'utf8', Buffer.from(text)],
    ['UTF-8 with a BOM', undefined, Buffer.from(`\ufeff${text}`)],
    ['UTF-8 with a BOM, said so', 'utf8bom', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE by its BOM', undefined, utf16le(`\ufeff${text}`)],
    ['UTF-16 BE by its BOM', 'utf8', utf16be(`\ufeff${text}`)],
    ['UTF-16 LE by its NULs', undefined, utf16le(`${'plain ASCII first '.repeat(20)}\n`.slice(0, 300))],
    ['UTF-16 LE, said so', 'utf16le', utf16le(text)],
    ['UTF-16 BE, said so', 'utf16be', utf16be(text)],
  ])('%s', (_, encoding, bytes) => {
    const whole = transcode(encoding, [bytes]);
    expect(whole.startsWith('time=12 naïve 日志 😀') || whole.startsWith('plain ASCII first')).toBe(true);
    for (const size of [1, 2, 3, 5, 64]) expect(transcode(encoding, chunksOf(bytes, size))).toBe(whole);
  });

  test('of any text in UTF-16', () => {
    const parts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 30 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 9 }), (strings, size) => {
        const any = strings.join('\n');
        expect(transcode('utf16be', chunksOf(utf16be(any), size))).toBe(any.replace(/^\ufeff/, ''));
      }),
    );
  });
});

test.each([
  ['windows1252', [0x80, 0xe9], '€é'],
  ['iso88591', [0xe9], 'é'],
  ['gbk', [0xc8, 0xd5, 0xd6, 0xbe], '日志'],
  ['gb18030', [0x81, 0x30, 0x81, 0x30], '\u0080'],
  ['big5hkscs', [0xa4, 0xe9], '日'],
  ['shiftjis', [0x93, 0xfa], '日'],
  ['eucjp', [0xc6, 0xfc], '日'],
  ['euckr', [0xc0, 0xcf], '일'],
  ['koi8r', [0xc1], 'а'],
  ['cp866', [0xa0], 'а'],
  ['macroman', [0x8e], 'é'],
])('%s', (encoding, bytes, expected) => {
  expect(transcode(encoding, chunksOf(Uint8Array.from(bytes), 1))).toBe(expected);
});

test('an id no decoder knows is read as UTF-8', () => {
  expect(transcode('cp437', [Buffer.from('plain ü')])).toBe('plain ü');
  expect(transcode('no such encoding', [Buffer.from('plain ü')])).toBe('plain ü');
});

test('a sequence that never ends becomes one replacement character', () => {
  expect(transcode('gbk', [Uint8Array.of(0x41, 0xc8)])).toBe('A\ufffd');
});

test('UTF-8 is passed on as the same object', () => {
  const transcoder = new Transcoder('utf8');
  const first = Buffer.alloc(1000, 'a');
  const second = Buffer.from('b');
  expect(transcoder.push(first)).toBe(first);
  expect(transcoder.push(second)).toBe(second);
});

test('nothing in, nothing out', () => {
  expect(transcode(undefined, [])).toBe('');
  expect(transcode('utf16le', [])).toBe('');
});

test('a host may reuse its chunk buffer while the first bytes gather', () => {
  const transcoder = new Transcoder(undefined);
  const buffer = Buffer.from('abc');
  transcoder.push(buffer);
  buffer.fill('x');
  expect(Buffer.from(transcoder.end()).toString()).toBe('abc');
});

test('NULs that copytruncate left do not make it UTF-16', () => {
  const truncated = `${'\0'.repeat(200)}plain line\n`;
  expect(transcode(undefined, [Buffer.from(truncated)])).toBe(truncated);
});

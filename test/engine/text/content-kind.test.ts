import { expect, test } from 'vitest';
import { contentKind } from '../../../src/engine/text/content-kind';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each([
  ['nothing', ''],
  ['a log', '2024-01-02 03:04:05 INFO started\n'],
  ['colours', '\x1b[32mINFO\x1b[0m started\n'.repeat(5)],
  ['a form feed, a backspace, a bell', 'page\fone\btwo\x07\n'],
  ['a run of NULs before the text', `${'\0'.repeat(4000)}line\n`],
  ['only NULs', '\0'.repeat(1000)],
  ['a NUL within', 'name=a\0b value=1\n'.repeat(1)],
  ['bytes that are not UTF-8', 'caf\xe9 \xd6\xbe\xc8\xd5\n'],
])('text: %s', (_, text) => expect(contentKind(latin1(text))).toEqual({ kind: 'text' }));

test.each([
  ['UTF-16 LE with a BOM', Buffer.from('\ufeff日志\n', 'utf16le')],
  ['UTF-16 LE without', Buffer.from('INFO started\n', 'utf16le')],
  ['UTF-16 BE without', Buffer.from('INFO started\n', 'utf16le').swap16()],
])('text: %s', (_, bytes) => expect(contentKind(bytes)).toEqual({ kind: 'text' }));

test.each([
  ['gzip', '\x1f\x8b\x08\0'],
  ['zip', 'PK\x03\x04'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['elf', '\x7fELF\x02'],
  ['sqlite', 'SQLite format 3\0'],
  ['pdf', '%PDF-1.7'],
  ['class', '\xca\xfe\xba\xbe'],
  ['tar', `${'name'.padEnd(257, '\0')}ustar`],
  ['binary', '\x01\x02word\0\0\x03more\0\x04\x05\0\x06\0'],
  [
    'binary',
    Array.from({ length: 4096 }, (_, i) => String.fromCharCode((i * 197 + (i >> 4)) & 0xff)).join(''),
  ],
])('binary: %s', (name, text) => expect(contentKind(latin1(text))).toEqual({ kind: 'binary', name }));

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordIndex } from '../../../src/engine/model/units';
import { SourceReader } from '../../../src/engine/records/source-reader';
import { readSource } from '../records/read-source';
import { textsOf } from '../source-texts';

/** An entry as the journal exports it: a message with a control character goes as bytes with their length. */
function entryOf(message: string, index: number): Buffer {
  const text = Buffer.from(message);
  const length = Buffer.alloc(8);
  length.writeUInt32LE(text.length);
  return Buffer.concat([
    Buffer.from(`__CURSOR=i=${index}\n__REALTIME_TIMESTAMP=178125726${index % 10}000000\n_PID=7\n`),
    Buffer.from('MESSAGE\n'),
    length,
    text,
    Buffer.from('\nSYSLOG_IDENTIFIER=ledgerd\n\n'),
  ]);
}

function messagesOf(bytes: Uint8Array): string[] {
  const { records, cutter } = readSource([bytes]);
  return Array.from({ length: records.recordCount }, (_, record) =>
    new TextDecoder().decode(cutter.cut(record as RecordIndex, textsOf(bytes)).message),
  );
}

describe('fields of bytes with their length', () => {
  it.each([10, 13, 26, 27, 266, 269, 300, 2570, 2573])('a message of %i bytes', (length) => {
    const message = `first bits of a line\nMESSAGE=not this\n\n${'x'.repeat(5000)}`.slice(0, length);
    const bytes = Buffer.concat([entryOf(message, 1), entryOf('second', 2)]);
    expect(messagesOf(bytes)).toEqual([message.split('\n')[0], 'second']);
  });

  it('any lines whatever', () => {
    const line = fc.constantFrom('at ledger', 'MESSAGE=no', '', '\u001b[31mred\u001b[0m', 'x'.repeat(20));
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), (entries) => {
        const messages = entries.map((lines, i) => `entry ${i}\n${lines.join('\n')}`);
        const bytes = Buffer.concat(messages.map(entryOf));
        expect(messagesOf(bytes)).toEqual(entries.map((_, i) => `entry ${i}`));
      }),
      { numRuns: 60 },
    );
  });

  it('a length that lies is not believed for ever', () => {
    const entry = entryOf('cut', 1);
    entry[entry.indexOf('MESSAGE\n') + 'MESSAGE\n'.length + 3] = 0x7f;
    expect(() => messagesOf(Buffer.concat([entry, entryOf('second', 2)]))).not.toThrow();
  });

  it('is a format of its own name', () => {
    const { reader } = readSource([entryOf('level=info msg=opened', 1)]);
    expect(reader).toBeInstanceOf(SourceReader);
    expect(reader.formatName).toBe('journal-export › logfmt');
  });
});

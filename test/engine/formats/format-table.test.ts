import { describe, expect, test } from 'vitest';
import type { Header, LogFormat } from '../../../src/engine/formats/format';
import { formatTable } from '../../../src/engine/formats/format-table';
import { newHeader } from '../../../src/engine/formats/header';
import { levelName } from '../../../src/engine/model/level';

const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };

/** The line stands between other bytes, so that a reader that looks beyond its ends is found out. */
function readIn(format: LogFormat, line: string) {
  const inner = new TextEncoder().encode(line);
  const bytes = Buffer.concat([Buffer.from('7 {"'), inner, Buffer.from('9"}: x')]);
  const header = newHeader();
  if (!format.read(bytes, 4, 4 + inner.length, header, context)) return null;
  return { ...parts(header, bytes), salt: header.salt };
}

/** By the first of the format's variants that reads the line. */
function fieldsOf(format: LogFormat, line: string): Record<string, string> {
  const bytes = Buffer.from(line);
  const readers = format.variants ?? [format];
  const reader = readers.find((variant) => variant.read(bytes, 0, bytes.length, newHeader(), context));
  const fields = reader?.fields?.(bytes, 0, bytes.length) ?? [];
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

function parts(header: Header, bytes: Buffer) {
  return {
    time: Number.isNaN(header.seconds)
      ? null
      : String(BigInt(header.seconds) * 1_000_000_000n + BigInt(header.nanos)),
    level: levelName(header.level),
    component: bytes.toString('utf8', header.componentStart, header.componentEnd),
    message: bytes.toString('utf8', header.messageStart, header.messageEnd),
  };
}

describe.each(formatTable.map((format) => ({ name: format.name, format })))('$name', ({ format }) => {
  test('has three samples at least', () => expect(format.samples.length).toBeGreaterThanOrEqual(3));

  test.each(format.samples)('reads $line', ({ line, fields, ...expected }) => {
    expect(readIn(format, line)).toMatchObject(expected);
    if (fields !== undefined) expect(fieldsOf(format, line)).toMatchObject(fields);
  });

  test('does not throw or read past the end on any beginning of a sample', () => {
    for (const { line } of format.samples) {
      for (let length = 0; length < line.length; length++) {
        const read = readIn(format, line.slice(0, length));
        if (read !== null) expect(line.startsWith(read.message) || line.includes(read.message)).toBe(true);
      }
    }
  });

  test.each([
    '',
    ' ',
    '   at com.example.Foo.bar(Foo.java:12)',
    'Caused by: it',
    '}',
    '\0\0\0',
    'plain words',
  ])('leaves %j to the record before', (line) => expect(readIn(format, line)).toBeNull());
});

test('names are unique', () => {
  expect(new Set(formatTable.map((format) => format.name)).size).toBe(formatTable.length);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormatVariant, Header } from '../../../src/engine/formats/format';
import { formatTable } from '../../../src/engine/formats/format-table';
import { newHeader } from '../../../src/engine/formats/header';

const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };
const readers: readonly FormatVariant[] = formatTable.flatMap(
  ({ variants = [], continuations = [], ...format }) => [format, ...variants, ...continuations],
);
const samples = formatTable.flatMap(({ samples }) => samples.map(({ line }) => Buffer.from(line)));

/** A sample with a stretch of it replaced by other bytes: most of what a format looks at is still there. */
const mutated = fc
  .record({
    line: fc.constantFrom(...samples),
    at: fc.nat(200),
    drop: fc.nat(12),
    bytes: fc.uint8Array({ maxLength: 6 }),
  })
  .map(({ line, at, drop, bytes }) => Buffer.concat([line.subarray(0, at), bytes, line.subarray(at + drop)]));
const cutOff = fc.tuple(fc.constantFrom(...samples), fc.nat(200)).map(([line, end]) => line.subarray(0, end));
const random = fc.uint8Array({ maxLength: 120 }).map((bytes) => Buffer.from(bytes));

function expectWithin(header: Header, start: number, end: number): void {
  const { messageStart, messageEnd, componentStart, componentEnd, nanos, salt } = header;
  for (const at of [messageStart, messageEnd, componentStart, componentEnd]) {
    expect(at).toBeGreaterThanOrEqual(start);
    expect(at).toBeLessThanOrEqual(end);
  }
  expect(messageStart).toBeLessThanOrEqual(messageEnd);
  expect(componentStart).toBeLessThanOrEqual(componentEnd);
  expect(nanos).toBeGreaterThanOrEqual(0);
  expect(nanos).toBeLessThan(1e9);
  expect(Number.isInteger(salt) && salt >= 0 && salt < 2 ** 31).toBe(true);
}

test('any bytes: no format throws, and what it reads lies within the line', () => {
  const before = Buffer.from('{"x": [');
  const header = newHeader();
  fc.assert(
    fc.property(fc.oneof(mutated, cutOff, random), (line) => {
      const bytes = Buffer.concat([before, line, Buffer.from('9"}] x')]);
      const [start, end] = [before.length, before.length + line.length];
      for (const reader of readers) {
        if (reader.read(bytes, start, end, header, context)) expectWithin(header, start, end);
        reader.fields?.(bytes, start, end);
      }
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ['of one byte', (byte: string) => byte.repeat(60_000)],
  ['behind a sample', (byte: string) => samples[0].toString() + byte.repeat(60_000)],
  ['of open brackets and quotes', (byte: string) => `{"a":"${byte}[({<="`.repeat(8_000)],
])('a line of the greatest length %s takes no format long', (_, write) => {
  const header = newHeader();
  const before = process.cpuUsage();
  for (const byte of ['[', '{', ' ', 'a', '7', '=', '|', '"', '\\', ':', '#', '<']) {
    const bytes = Buffer.from(write(byte)).subarray(0, 1 << 16);
    for (const reader of readers) {
      reader.read(bytes, 0, bytes.length, header, context);
      reader.fields?.(bytes, 0, bytes.length);
    }
  }
  // Linear readers take a tenth of this; one that is quadratic takes minutes.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
});

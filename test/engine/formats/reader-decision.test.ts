import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../src/engine/formats/format-table';
import { newHeader } from '../../../src/engine/formats/header';
import type { LogReader } from '../../../src/engine/formats/log-reader';
import { decisionOf, readerBy } from '../../../src/engine/formats/reader-decision';
import { recogniseFormats } from '../../../src/engine/formats/recognise';
import { oddHeaders, oddLog, showTime } from './corrections/odd-headers';
import { taught } from './corrections/read-log';

const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };
const bytesOf = (lines: readonly string[]) => lines.map((line) => new TextEncoder().encode(line));

function headersOf(reader: LogReader, lines: readonly Uint8Array[]) {
  return lines.map((line) => {
    const header = newHeader();
    return reader.read(line, 0, line.length, header) ? header : undefined;
  });
}

/** The same reader comes out of a message to another thread. */
function survives(lines: readonly Uint8Array[]) {
  const decision = decisionOf(recogniseFormats(lines, context));
  if (decision === undefined) throw new Error('not decided by the head');
  const again = readerBy(structuredClone(decision));
  const reader = recogniseFormats(lines, context);
  expect(again.name).toBe(reader.name);
  expect(again.share).toBe(reader.share);
  expect(headersOf(again, lines)).toEqual(headersOf(reader, lines));
  return decision;
}

describe('how a log is read, as plain data', () => {
  it.each(formatTable)('makes the same reader: $name', ({ samples }) => {
    survives(bytesOf(samples.map(({ line }) => line)));
  });

  const learned = Array.from(
    { length: 40 },
    (_, i) => `kiln-${i % 3} | 2026-06-12 09:41:${10 + i} | WARN | tile ${i} is late`,
  );
  it('makes the same reader of a header that was learned', () => {
    expect(survives(bytesOf(learned)).chosen).toContainEqual(expect.any(String));
  });

  it('makes the same reader of lines without a header', () => {
    expect(survives(bytesOf(['the kiln is cold', 'nobody is here'])).chosen).toEqual([]);
  });

  it('is not there where a person showed the format', () => {
    const header = Object.values(oddHeaders)[0];
    const odd = oddLog(header);
    const lines = odd.map(({ text }) => text);
    const corrections = [taught(showTime(header, odd, 5), lines)];
    const reader = recogniseFormats(bytesOf(lines), { ...context, corrections });
    expect(decisionOf(reader)).toBeUndefined();
  });
});

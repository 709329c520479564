import { describe, expect, test } from 'vitest';
import { formatTable } from '../../../src/engine/formats/format-table';
import { readLines } from './read-lines';

/** A log of one kind of line is the format's that the line is a sample of: no other takes it, however lax. */
describe.each(formatTable)('a log of lines of $name is recognised', ({ name, samples }) => {
  test.each(samples)('$line', ({ line }) => {
    const log = readLines(Array.from({ length: 30 }, () => line));
    expect(log.name).toBe(name);
    expect(log.share).toBe(1);
  });
});

describe('what another program writes now and then does not change what a log is', () => {
  const logs = formatTable.map(({ name, samples }) => ({ name, line: samples[0].line }));
  test.each(logs)('$name', ({ name, line }) => {
    for (const other of logs) {
      const lines = Array.from({ length: 60 }, (_, i) => (i % 12 === 7 ? other.line : line));
      expect(readLines(lines).name, other.name).toBe(name);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { eventCount, oddHeaders, oddLog, showTime } from './odd-headers';
import { type ReadRecord, readLog, taught } from './read-log';

const shareTimed = (records: readonly ReadRecord[], lines: number): number =>
  records.filter(({ time }) => time !== null).length / lines;

describe('an odd header is mended by showing its time stamp once', () => {
  test.each(Object.entries(oddHeaders))('%s', (_, header) => {
    const log = oddLog(header);
    const lines = log.map(({ text }) => text);
    const told = log.flatMap((line) => line.told ?? []);
    expect(shareTimed(readLog(lines, []).records, told.length)).toBeLessThan(0.5);

    const { records, templates } = readLog(lines, [taught(showTime(header, log, 5), lines)]);
    expect(records.map(({ time }) => time)).toEqual(told);
    expect(templates.map(({ pattern }) => pattern)).toHaveLength(eventCount);
  });
});

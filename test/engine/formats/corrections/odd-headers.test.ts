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

describe('what was shown in one log of a name hides nothing of another that is written otherwise', () => {
  const entries = Object.entries(oddHeaders);
  test.each(entries)('%s', (_, header) => {
    const log = oddLog(header);
    const lines = log.map(({ text }) => text);
    const own = taught(showTime(header, log, 5), lines);
    const others = entries
      .filter(([, other]) => other !== header)
      .map(([, other]) => {
        const otherLog = oddLog(other);
        return taught(
          showTime(other, otherLog, 5),
          otherLog.map(({ text }) => text),
        );
      });
    const foreign = others.filter((other) =>
      readLog(lines, [other]).records.every(({ time }) => time === null),
    );
    expect(foreign.length).toBeGreaterThan(0);
    expect(readLog(lines, [own, ...foreign])).toEqual(readLog(lines, [own]));
  });
});

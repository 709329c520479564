import { describe, expect, it } from 'vitest';
import { bytesOf, packOf, runnerLog } from './build-log';
import { failedBuilds } from './failed-builds';

/** A hundredth of the log, in characters. */
const budget = 1500;

describe('the cause of a failed build stands in its pack', () => {
  it.each(failedBuilds)('$name', ({ lines, needs }) => {
    const { text } = packOf(bytesOf(runnerLog(lines, lines.length)), { budget });
    expect(needs.filter((need) => !text.includes(need))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { changeOf, type FileEnds } from '../../../src/node/files/file-change';

const before = { size: 100, modifiedMs: 1000, inode: 7 };
const ends = (head: string, tail: string): FileEnds => ({ head: Buffer.from(head), tail: Buffer.from(tail) });
const read = ends('first line', 'last line');

describe('what happened to a file since it was read', () => {
  it.each([
    ['nothing', before, read, 'same'],
    ['more was written behind its end', { ...before, size: 140, modifiedMs: 2000 }, read, 'grown'],
    ['it is shorter', { ...before, size: 60, modifiedMs: 2000 }, ends('first line', ''), 'truncated'],
    ['it was emptied', { ...before, size: 0, modifiedMs: 2000 }, ends('', ''), 'truncated'],
    ['another file has its name', { size: 140, modifiedMs: 2000, inode: 8 }, read, 'rotated'],
    [
      'another, shorter file has its name',
      { size: 10, modifiedMs: 2000, inode: 8 },
      ends('new', ''),
      'rotated',
    ],
    [
      'it was emptied and has outgrown its size',
      { ...before, size: 140 },
      ends('new line', 'middle'),
      'rewritten',
    ],
    [
      'it was emptied, begins alike and has outgrown it',
      { ...before, size: 140 },
      ends('first line', 'x'),
      'rewritten',
    ],
    ['it was saved over itself', { ...before, modifiedMs: 2000 }, read, 'rewritten'],
  ])('%s', (_, after, now, change) => {
    expect(changeOf(before, after, read, now)).toBe(change);
  });
});

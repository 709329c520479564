import { expect, test } from 'vitest';
import { diskChange } from '../../src/extension/shared/disk-change';

const analysed = { size: 100, modifiedMs: 1000.5, inode: 7 };

test.each([
  ['nothing happened', analysed, undefined],
  ['appended', { ...analysed, size: 120, modifiedMs: 2000 }, 'grown'],
  ['truncated', { ...analysed, size: 10, modifiedMs: 2000 }, 'changed-on-disk'],
  ['rewritten in the same size', { ...analysed, modifiedMs: 2000 }, 'changed-on-disk'],
  ['rotated: another file of that name', { ...analysed, size: 200, inode: 8 }, 'changed-on-disk'],
  ['deleted', undefined, 'changed-on-disk'],
] as const)('%s', (_what, now, change) => {
  expect(diskChange(analysed, now)).toBe(change);
});

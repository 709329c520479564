import { describe, expect, test } from 'vitest';
import { notWritten } from '../../../src/node/datasets/not-written';

const failures: readonly (readonly [code: string, told: string])[] = [
  ['ENOSPC', 'The disk of /out is full'],
  ['EDQUOT', 'The disk of /out is full'],
  ['EACCES', '/out may not be written to by you'],
  ['EROFS', '/out may not be written to by you'],
  ['EIO', '/out could not be written (bad luck)'],
];

describe('what the system says against writing', () => {
  test.each(failures)('%s is a sentence with its cure', (code, told) => {
    const error = notWritten('/out', Object.assign(new Error('bad luck'), { code }));
    expect(String(error)).toContain(told);
    expect(String(error)).toMatch(/name another folder|name a folder on another disk/i);
  });

  test('a fault of ours stays one', () => {
    const fault = new TypeError('no function');
    expect(notWritten('/out', fault)).toBe(fault);
  });
});

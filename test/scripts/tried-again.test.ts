import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandFailed } from '../../scripts/child-process.mjs';
import { triedAgain } from '../../scripts/tried-again.mjs';

const lost = new CommandFailed('npm install', 1, 'ECONNRESET');

/** A download that fails so often. */
function download(failures: readonly Error[]) {
  const left = [...failures];
  return async () => {
    const failure = left.shift();
    if (failure) throw failure;
    return left.length;
  };
}

describe('a download', () => {
  let pauses: number[];
  const pause = async (seconds: number) => void pauses.push(seconds);
  const tried = (...failures: Error[]) => triedAgain('npm install', download(failures), { pause });

  beforeEach(() => {
    pauses = [];
    vi.spyOn(console, 'log').mockReturnValue(undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('that comes is asked for once', async () => {
    expect([await tried(), pauses]).toEqual([0, []]);
  });

  it.each([
    { times: 1, waits: [5] },
    { times: 2, waits: [5, 20] },
  ])('whose connection is lost $times× comes all the same, after a pause', async ({ times, waits }) => {
    expect([await tried(...Array<Error>(times).fill(lost)), pauses]).toEqual([0, waits]);
  });

  it('that never comes fails with what its command said', async () => {
    await expect(tried(lost, lost, lost)).rejects.toBe(lost);
  });

  it('whose program is missing is not tried again', async () => {
    const missing = new Error('spawn mvn ENOENT');
    await expect(tried(missing)).rejects.toBe(missing);
    expect(pauses).toEqual([]);
  });
});

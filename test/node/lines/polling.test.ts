import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pollFile } from '../../../src/node/lines/polling';
import { temporaryFolder } from '../temporary-folder';

const path = join(temporaryFolder(), 'gate.log');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('polling a file', () => {
  it('looks at once and every half second, also where a look fails, until it is stopped', async () => {
    let looks = 0;
    const polling = pollFile(path, async () => {
      looks++;
      throw new Error('The share does not answer.');
    });
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(looks).toBe(3);
    polling.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks).toBe(3);
  });

  it('does not look again while a look goes on, and not after it when it was stopped meanwhile', async () => {
    let looks = 0;
    let end: () => void = () => undefined;
    const polling = pollFile(path, () => {
      looks++;
      return new Promise((resolve) => {
        end = resolve;
      });
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks).toBe(1);
    end();
    await vi.advanceTimersByTimeAsync(500);
    expect(looks).toBe(2);
    polling.stop();
    end();
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks).toBe(2);
  });

  it('works where the folder cannot be watched', async () => {
    const look = vi.fn(async () => undefined);
    const polling = pollFile(join(path, 'nowhere', 'gate.log'), look);
    await vi.advanceTimersByTimeAsync(600);
    expect(look).toHaveBeenCalledTimes(2);
    polling.stop();
  });
});

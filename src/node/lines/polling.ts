import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

const pollMs = 500;
/** A watcher tells of one write several times. */
const settleMs = 50;

/** Has `look` called again and again until it is stopped; never while it runs. */
export type Polling = (path: string, look: () => Promise<void>) => { stop(): void };

/**
 * Every half second. Watchers of files fail on network shares, in WSL and in containers, so one only shortens the wait where it says
 * something.
 */
export const pollFile: Polling = (path, look) => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const lookIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(lookNow, milliseconds);
  };
  const lookNow = async () => {
    timer = undefined;
    // What a look throws (a share that does not answer) may be over at the next.
    await look().catch(() => undefined);
    if (!stopped) lookIn(pollMs);
  };
  const hints = hintsOf(path, () => {
    if (timer !== undefined) lookIn(settleMs);
  });
  lookIn(0);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      hints.stop();
    },
  };
};

/** Of the folder, as a file's own watcher goes with the file. */
function hintsOf(path: string, hear: () => void): { stop(): void } {
  try {
    const watcher = watch(dirname(path), (_, name) => {
      if (name === null || name === basename(path)) hear();
    });
    watcher.on('error', () => watcher.close());
    return { stop: () => watcher.close() };
  } catch {
    return { stop: () => undefined };
  }
}

import { read } from 'node:fs';
import { promisify } from 'node:util';
import { LineEndCounter } from './line-end-counter';

/** So many reads wait in the thread pool while one buffer is counted: copying takes most of the time. */
const readsAtOnce = 4;
const bufferBytes = 2 << 20;

const readBytes = promisify(read);

/**
 * How many lines the bytes `[from, end)` of a file complete, or undefined where the file has become shorter. The bytes are read
 * by the thread pool; this thread counts.
 */
export async function countLineEnds(
  descriptor: number,
  from: number,
  end: number,
): Promise<number | undefined> {
  const counter = new LineEndCounter(bufferBytes, readsAtOnce);
  let next = from;
  const countIn = async (buffer: Uint8Array): Promise<number> => {
    let lines = 0;
    while (next < end) {
      const at = next;
      const length = Math.min(bufferBytes, end - at);
      next += length;
      const { bytesRead } = await readBytes(descriptor, buffer, 0, length + 1, at);
      if (bytesRead < length) return Number.NaN;
      lines += counter.lineEnds(buffer, length, bytesRead);
    }
    return lines;
  };
  const counts = await Promise.all(counter.buffers.map(countIn));
  const lines = counts.reduce((sum, count) => sum + count, 0);
  return Number.isNaN(lines) ? undefined : lines;
}

import type { Session } from '../../engine/session';
import { inputError } from '../files/input-problems';
import type { DirectFile } from '../files/readable-log';
import { chunkBytes, chunksOf, spansOf } from './byte-span';
import { SegmentPool, type SegmentPoolOptions, usualSegmentBytes } from './segment-pool';

export interface SegmentedReading extends SegmentPoolOptions {
  readonly path: string;
  /** Pushes bytes of the file into the session, letting waiting messages in now and then. */
  readonly push: (bytes: Uint8Array) => Promise<void>;
  /** Lets waiting messages in. */
  readonly pause: () => Promise<void>;
  /** Hears how far the file was read. */
  readonly onRead: (bytes: number) => void;
}

/**
 * Reads the source that the session opened last, segments of it in other threads. The session is then as if all bytes
 * had been pushed. Throws InputError where the file became shorter, and what `push` throws.
 */
export async function readSegments(
  session: Session,
  file: DirectFile,
  reading: SegmentedReading,
): Promise<void> {
  const spans = spansOf(file, reading.segmentBytes ?? usualSegmentBytes);
  const buffer = new Uint8Array(chunkBytes);
  const pool = new SegmentPool(spans, file, reading);
  const push = async (bytes: Uint8Array) => {
    await reading.push(bytes);
    if (!pool.decided) pool.decide(session.decision);
  };
  try {
    pool.decide(session.decision);
    for (const [index, span] of spans.entries()) {
      const segment = await pool.take(index);
      const isWhole = segment?.rows.bytes === span.end - span.start;
      const adopted = segment && isWhole && session.adoptSegment(segment.rows, segment.ids);
      const read = adopted
        ? segment.rows.bytes
        : await pushAll(chunksOf(file.descriptor, span, buffer), push);
      if (read < span.end - span.start) throw inputError('shrunk', reading.path);
      reading.onRead(span.end);
      await reading.pause();
    }
  } finally {
    await pool.stop();
  }
}

/** Gives how many bytes there were. */
async function pushAll(
  chunks: Iterable<Uint8Array>,
  push: (bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  let bytes = 0;
  for (const chunk of chunks) {
    await push(chunk);
    bytes += chunk.length;
  }
  return bytes;
}

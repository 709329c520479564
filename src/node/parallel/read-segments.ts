import type { Session } from '../../engine/session';
import { inputError } from '../files/input-problems';
import type { ByteSpan, DirectFile } from '../files/readable-log';
import { chunksOf, spansOf } from './byte-span';
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
  const pool = new SegmentPool(spans, { file, context: session.readContext }, reading);
  try {
    for (const [index, span] of spans.entries()) {
      const segment = await pool.take(index);
      const isWhole = segment?.rows.bytes === span.end - span.start;
      const adopted = segment && isWhole && session.adoptSegment(segment.rows, segment.ids);
      if (!adopted) await pushSpan(file, span, reading);
      reading.onRead(span.end);
      await reading.pause();
    }
  } finally {
    await pool.stop();
  }
}

async function pushSpan(
  { descriptor }: DirectFile,
  span: ByteSpan,
  reading: SegmentedReading,
): Promise<void> {
  let bytes = 0;
  for (const chunk of chunksOf(descriptor, span)) {
    await reading.push(chunk);
    bytes += chunk.length;
  }
  if (bytes < span.end - span.start) throw inputError('shrunk', reading.path);
}

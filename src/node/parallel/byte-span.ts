import { readSync } from 'node:fs';
import type { ByteSpan, DirectFile } from '../files/readable-log';

const chunkBytes = 1 << 20;
/** Most lines end within it; reading a whole chunk to find each end took a tenth of a second of half a gigabyte. */
const lineEndBytes = 1 << 12;
const lineFeed = 0x0a;

/**
 * The bytes in chunks, each valid until the next is asked for; fewer where the file has become shorter. Read synchronously:
 * nothing else waits in a thread that reads segments, and the thread pool would cost a trip each.
 */
export function* chunksOf(
  descriptor: number,
  { start, end }: ByteSpan,
  greatest = chunkBytes,
): Generator<Uint8Array> {
  const buffer = new Uint8Array(Math.min(greatest, end - start));
  for (let at = start; at < end; ) {
    const length = readSync(descriptor, buffer, 0, Math.min(buffer.length, end - at), at);
    if (length === 0) return;
    at += length;
    yield buffer.subarray(0, length);
  }
}

/**
 * What is to be read of the file in spans of about `bytes`; all but the last end behind a line feed, so that no line, no
 * character and no CR LF is cut. Of a whole file the first begins with the byte order mark.
 */
export function spansOf({ descriptor, size, span }: DirectFile, bytes: number): ByteSpan[] {
  const spans: ByteSpan[] = [];
  const wholeEnd = span?.end ?? size;
  for (let start = span?.start ?? 0; start < wholeEnd; ) {
    const end = lineFeedEnd(descriptor, { start: Math.min(wholeEnd, start + bytes) - 1, end: wholeEnd });
    spans.push({ start, end });
    start = end;
  }
  return spans;
}

/** The first place behind a line feed within the span, or its end. */
function lineFeedEnd(descriptor: number, span: ByteSpan): number {
  let at = span.start;
  for (const chunk of chunksOf(descriptor, span, lineEndBytes)) {
    const index = chunk.indexOf(lineFeed);
    if (index >= 0) return at + index + 1;
    at += chunk.length;
  }
  return span.end;
}

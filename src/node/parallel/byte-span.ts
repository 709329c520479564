import { readSync } from 'node:fs';
import type { ByteSpan, DirectFile } from '../files/readable-log';

/** Stays in the second-level cache until its lines are cut. */
export const chunkBytes = 256 << 10;
/** Most lines end within it; reading a whole chunk to find each end took a tenth of a second of half a gigabyte. */
const lineEndBytes = 1 << 12;
const lineFeed = 0x0a;

/**
 * The bytes in chunks, each valid until the next is asked for; fewer where the file has become shorter. Read synchronously:
 * nothing else waits in a thread that reads segments, and the thread pool would cost a trip each. They are read into
 * `buffer`: a new one for each span costs page faults.
 */
export function* chunksOf(
  descriptor: number,
  { start, end }: ByteSpan,
  buffer: Uint8Array = new Uint8Array(Math.min(chunkBytes, end - start)),
): Generator<Uint8Array> {
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
  const buffer = new Uint8Array(lineEndBytes);
  for (let start = span?.start ?? 0; start < wholeEnd; ) {
    const from = Math.min(wholeEnd, start + bytes) - 1;
    const end = lineFeedEnd(descriptor, { start: from, end: wholeEnd }, buffer);
    spans.push({ start, end });
    start = end;
  }
  return spans;
}

/** The first place behind a line feed within the span, or its end. */
function lineFeedEnd(descriptor: number, span: ByteSpan, buffer: Uint8Array): number {
  let at = span.start;
  for (const chunk of chunksOf(descriptor, span, buffer)) {
    const index = chunk.indexOf(lineFeed);
    if (index >= 0) return at + index + 1;
    at += chunk.length;
  }
  return span.end;
}

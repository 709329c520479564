import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { detectEncoding } from '../../engine/text/encoding-detection';
import { Transcoder } from '../../engine/text/transcode';
import { labelOfEncoding } from '../../engine/text/vscode-encodings';
import { type LogText, readBackBytes } from './readable-log';

/**
 * How far the engine's offsets lie before those of the bytes (a byte order mark is dropped), or undefined
 * where the bytes are not UTF-8 and offsets mean transcoded ones. `head` holds the first 64 KiB or all.
 */
export function offsetOfText(head: Uint8Array, encoding: string | undefined): number | undefined {
  if (encoding !== undefined && labelOfEncoding.has(encoding)) return undefined;
  const { id, bomBytes } = detectEncoding(head, encoding);
  return id === 'utf8' ? bomBytes : undefined;
}

/** The bytes as the engine counts them. */
export async function* transcoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
): AsyncGenerator<Uint8Array> {
  const transcoder = new Transcoder(encoding);
  for await (const chunk of chunks) yield transcoder.push(chunk);
  yield transcoder.end();
}

/**
 * Reads synchronously: a page of lines is hundreds of reads of a few hundred bytes, where a trip through
 * the thread pool costs ten times the read. Only worker threads and the command line come here.
 */
export function textOfFile(handle: FileHandle, offset: number): LogText {
  return {
    read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end - start, readBackBytes)));
      return bytes.subarray(0, readSync(handle.fd, bytes, 0, bytes.length, start + offset));
    },
  };
}

export function textOfBytes(bytes: Uint8Array, offset: number): LogText {
  return {
    read: (start, end) => bytes.subarray(start + offset, Math.min(end, start + readBackBytes) + offset),
  };
}

import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const unpackedChunkBytes = 1 << 20;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks all members of a gzip stream in constant memory. Throws what `chunks` throws and zlib's errors:
 * `Z_BUF_ERROR` where the data end too early, `Z_DATA_ERROR` where they are damaged.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip({ chunkSize: unpackedChunkBytes });
  // The pipeline destroys `unpacked` with the error of any part, which the loop below then throws.
  pipeline(Readable.from(copies(chunks)), unpacked, () => undefined);
  for await (const chunk of unpacked) yield chunk as Uint8Array;
}

/** zlib works on a chunk in another thread while the next is read into the same buffer. */
async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield chunk.slice();
}

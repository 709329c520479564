import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';

/** Small, so that little is read twice where the data turn out to be damaged. */
const unpackedChunkBytes = 64 << 10;

/** A way files are packed that this program unpacks as it reads. */
export interface Packing {
  readonly name: 'gzip' | 'zstd';
  /** A fresh unpacking stream; undefined where this Node.js has none. */
  readonly create: (() => Transform) | undefined;
}

/** What of `node:zlib` is used: zstd came with Node.js 22.15, and neither Node.js 20 nor its types have it. */
export interface Unpackers {
  createGunzip(options: { chunkSize: number }): Transform;
  createZstdDecompress?: ((options: { chunkSize: number }) => Transform) | undefined;
}

const gzipMagic = [0x1f, 0x8b];
const zstdMagic = [0x28, 0xb5, 0x2f, 0xfd];

/** How a file that begins with `head` is packed, if it is. */
export function packingOf(head: Uint8Array, unpackers: Unpackers = zlib): Packing | undefined {
  const options = { chunkSize: unpackedChunkBytes };
  if (beginsWith(head, gzipMagic)) return { name: 'gzip', create: () => unpackers.createGunzip(options) };
  if (!beginsWith(head, zstdMagic)) return undefined;
  const { createZstdDecompress } = unpackers;
  return { name: 'zstd', create: createZstdDecompress && (() => createZstdDecompress(options)) };
}

function beginsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => head[i] === byte);
}

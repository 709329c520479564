import { open, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { inputError } from '../files/input-problems';
import { packingOf } from '../files/packing';

/** Left to other programs. */
const reserveBytes = 128 << 20;
const megabyte = 1 << 20;
/** What logs are packed to a tenth of. */
const usualFactor = 10;
/** UTF-16 of Chinese: three bytes of UTF-8 for two. */
const transcodedFactor = 1.5;
/** The trailer of gzip counts to 4 GB and begins anew. */
const sureTrailerBytes = 200 << 20;

/** Free bytes of the temporary folder. */
export type FreeRoom = () => Promise<number>;

export const freeTemporaryRoom: FreeRoom = async () => {
  const { bavail, bsize } = await statfs(tmpdir());
  return bavail * bsize;
};

/** Throws InputError `no-room-to-unpack` where `bytes` and a reserve do not fit. */
export async function refuseWithoutRoom(path: string, bytes: number, free: FreeRoom): Promise<void> {
  const wanted = bytes + reserveBytes;
  const there = await free();
  if (wanted <= there) return;
  throw inputError('no-room-to-unpack', path, inMegabytes(wanted), tmpdir(), inMegabytes(there));
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / megabyte);
}

/** About how many bytes of text a file is that is packed, or not UTF-8. */
export async function expectedTextBytes(path: string): Promise<number> {
  const { size } = await stat(path);
  const handle = await open(path, 'r');
  try {
    const head = new Uint8Array(4);
    await handle.read(head, 0, head.length, 0);
    const packing = packingOf(head);
    if (packing === undefined) return Math.ceil(size * transcodedFactor);
    if (packing.name !== 'gzip' || size > sureTrailerBytes) return size * usualFactor;
    const trailer = new DataView(new ArrayBuffer(4));
    await handle.read(trailer, 0, 4, Math.max(0, size - 4));
    const told = trailer.getUint32(0, true);
    // Of several members it tells the last one's; cut or followed by garbage it tells nothing.
    return told >= size && told <= size * 1100 ? Math.max(told, size * 2) : size * usualFactor;
  } finally {
    await handle.close();
  }
}

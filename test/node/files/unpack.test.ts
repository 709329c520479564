import * as zlib from 'node:zlib';
import { createGunzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packingOf } from '../../../src/node/files/packing';
import { type Damage, unpack } from '../../../src/node/files/unpack';

/** Lines that pack badly, so that packed bytes and unpacked ones go hand in hand. */
function noisyLog(lines: number): Buffer {
  let state = 7;
  const word = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state.toString(36);
  };
  return Buffer.from(
    Array.from({ length: lines }, (_, i) => `${i} ${word()} ${word()} ${word()}\n`).join(''),
  );
}

async function unpacked(packed: Uint8Array, chunkBytes = 1 << 20) {
  const damages: Damage[] = [];
  const parts: Buffer[] = [];
  async function* chunks() {
    for (let at = 0; at < packed.length; at += chunkBytes) yield packed.subarray(at, at + chunkBytes);
  }
  const create = () => createGunzip({ chunkSize: 4096 });
  for await (const part of unpack(chunks, create, (damage) => damages.push(damage))) {
    parts.push(Buffer.from(part));
  }
  return { bytes: Buffer.concat(parts), damages };
}

const log = noisyLog(5000);
const packed = gzipSync(log);

describe('a whole archive', () => {
  it.each([1000, 1 << 20])('is unpacked from chunks of %d bytes', async (chunkBytes) => {
    const { bytes, damages } = await unpacked(packed, chunkBytes);
    expect(bytes.equals(log)).toBe(true);
    expect(damages).toEqual([]);
  });
});

describe('what stands before the damage is handed over to the last byte', () => {
  /** What zlib itself can tell of a beginning, told that more may follow. */
  const holds = (beginning: Uint8Array) =>
    zlib.gunzipSync(beginning, { finishFlush: zlib.constants.Z_SYNC_FLUSH });

  it.each([20, 1000, packed.length >> 1, packed.length - 9, packed.length - 1])(
    'of an archive cut after %d bytes',
    async (length) => {
      const cut = packed.subarray(0, length);
      const { bytes, damages } = await unpacked(cut, 7000);
      expect(bytes.equals(holds(cut))).toBe(true);
      expect(damages).toEqual([{ kind: 'truncated', reason: expect.any(String) }]);
    },
  );

  it('of a small archive, wherever it is cut', async () => {
    const small = gzipSync(noisyLog(12));
    for (let length = 1; length < small.length; length++) {
      const cut = small.subarray(0, length);
      const { bytes, damages } = await unpacked(cut, 9);
      expect(bytes.equals(holds(cut)), `after ${length} bytes`).toBe(true);
      expect(damages.map(({ kind }) => kind)).toEqual(['truncated']);
    }
  });

  it.each([300, packed.length >> 1])('of an archive damaged at byte %d', async (at) => {
    const hurt = Buffer.from(packed).fill(0xff, at, at + 40);
    const { bytes, damages } = await unpacked(hurt, 7000);
    const before = holds(packed.subarray(0, at));
    expect(bytes.subarray(0, before.length).equals(before)).toBe(true);
    expect(damages).toEqual([{ kind: 'damaged', reason: expect.any(String) }]);
  });

  it('of an archive of which only the checksum is wrong', async () => {
    const hurt = Buffer.from(packed);
    hurt[hurt.length - 6] ^= 0xff;
    const { bytes, damages } = await unpacked(hurt);
    expect(bytes.equals(log)).toBe(true);
    expect(damages.map(({ kind }) => kind)).toEqual(['damaged']);
  });

  it('of several members, the last of which is cut', async () => {
    const { bytes } = await unpacked(Buffer.concat([gzipSync('one\n'), packed.subarray(0, 5000)]));
    expect(bytes.toString().startsWith('one\n0 ')).toBe(true);
  });
});

it('an error of reading is no damage', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield packed.subarray(0, 100);
    throw new Error('the disk is gone');
  }
  const read = async () => {
    for await (const _ of unpack(
      failing,
      () => createGunzip(),
      () => undefined,
    ));
  };
  await expect(read()).rejects.toThrow('the disk is gone');
});

describe('zstd', () => {
  const head = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0);
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => ReturnType<typeof createGunzip> };

  it('is unpacked by a Node.js that can', () => {
    const packing = packingOf(head, { createGunzip, createZstdDecompress: () => createGunzip() });
    expect(packing?.create?.()).toBeInstanceOf(createGunzip().constructor);
    expect(packing?.name).toBe('zstd');
  });

  it('is known, if not unpacked, by one that cannot', () => {
    expect(packingOf(head, { createGunzip })).toEqual({ name: 'zstd', create: undefined });
  });

  it.skipIf(createZstdDecompress === undefined)('unpacks what this Node.js packs', async () => {
    const { zstdCompressSync } = zlib as unknown as { zstdCompressSync(bytes: Uint8Array): Buffer };
    const parts: Uint8Array[] = [];
    const create = packingOf(head)?.create as () => ReturnType<typeof createGunzip>;
    const bytes = zstdCompressSync(log);
    for await (const part of unpack(
      async function* () {
        yield bytes;
      },
      create,
      () => undefined,
    ))
      parts.push(part);
    expect(Buffer.concat(parts).equals(log)).toBe(true);
  });
});

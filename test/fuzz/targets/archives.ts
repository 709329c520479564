import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { packingOf } from '../../../src/node/files/packing';
import { type Damage, unpack } from '../../../src/node/files/unpack';
import { anyLog, Draws } from '../../properties/random-log';
import type { FuzzTarget } from './target';

async function unpacked(packed: Uint8Array, chunkBytes: number) {
  const damages: Damage[] = [];
  const parts: Uint8Array[] = [];
  const create = packingOf(packed)?.create;
  if (create === undefined) return { bytes: Buffer.alloc(0), damages };
  async function* chunks() {
    for (let at = 0; at < packed.length; at += chunkBytes) yield packed.subarray(at, at + chunkBytes);
  }
  for await (const part of unpack(chunks, create, (damage) => damages.push(damage)))
    parts.push(Buffer.from(part));
  return { bytes: Buffer.concat(parts), damages };
}

/** Some bytes changed, some lost, something behind its end. */
function harmed(packed: Uint8Array, drawn: Draws): Buffer {
  const bytes = Buffer.from(packed.subarray(0, packed.length - drawn.below(2) * drawn.below(packed.length)));
  for (let left = drawn.below(4); left > 0; left--) bytes[drawn.below(bytes.length)] = drawn.below(256);
  return drawn.below(3) === 0 ? Buffer.concat([bytes, Buffer.from(drawn.list(5, 256))]) : bytes;
}

export const archives: FuzzTarget = {
  name: 'a harmed gzip archive gives what stands before the harm, in any chunking',
  input: anyLog,
  async holds({ bytes, draws }) {
    const drawn = new Draws(draws);
    const packed = gzipSync(bytes);
    const cut = drawn.below(packed.length);
    const beginning = await unpacked(packed.subarray(0, cut), 1 + drawn.below(50));
    assert.ok(
      Buffer.from(bytes.subarray(0, beginning.bytes.length)).equals(beginning.bytes),
      `cut at ${cut}`,
    );
    if (cut > 1)
      assert.deepEqual(
        beginning.damages.map(({ kind }) => kind),
        ['truncated'],
      );
    const broken = harmed(packed, drawn);
    assert.deepEqual(await unpacked(broken, 1 + drawn.below(50)), await unpacked(broken, 1 << 16));
  },
};

import assert from 'node:assert/strict';
import { openSource, type ReadSource } from '../../engine/records/read-source';
import { decoded } from '../../engine/source-texts';
import { columnsOf, openSession, outcomeOf, sessionOf } from '../outcome';
import { Draws } from '../random-log';
import { same } from '../same';
import type { Claim } from './claim';

/** Chunks of the sizes in turn, all in the one buffer that hosts read into. */
function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  const buffer = Buffer.alloc(Math.max(...sizes));
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length];
    const chunk = bytes.subarray(at, at + size);
    buffer.set(chunk);
    yield buffer.subarray(0, chunk.length);
    buffer.fill(0x37);
    at += size;
  }
}

function columnsBy(bytes: Uint8Array, chunks: Iterable<Uint8Array>): ReturnType<typeof columnsOf> {
  const source: ReadSource = openSource();
  for (const chunk of chunks) source.reader.push(chunk);
  source.reader.end();
  assert.equal(source.reader.decodedBytes, decoded(bytes).length);
  return columnsOf(source);
}

export const chunking: Claim = {
  name: 'any chunking, in a buffer used again and again, gives the same columns, templates, findings and understanding',
  holds({ bytes, draws }) {
    const drawn = new Draws(draws);
    const most = bytes.length < 400 ? 3 : 3000;
    const sizes = drawn.list(1 + drawn.below(5), most).map((size) => size + 1);
    same(columnsBy(bytes, chunksOf(bytes, sizes)), columnsBy(bytes, [bytes]), 'columns');
    const session = openSession();
    for (const chunk of chunksOf(bytes, sizes)) session.push(chunk);
    session.closeSource();
    const text = decoded(bytes);
    same(outcomeOf(session, text), outcomeOf(sessionOf([bytes]), text), 'outcome');
  },
};

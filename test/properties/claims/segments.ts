import { segmentReaderBy } from '../../../src/engine/records/decided-segments';
import { SegmentIds } from '../../../src/engine/records/segment-ids';
import { openSource, readSource } from '../../engine/records/read-source';
import { columnsOf } from '../outcome';
import { Draws } from '../random-log';
import { same } from '../same';
import type { Claim } from './claim';
import { behindFullHead } from './full-head';

/** Cut behind line feeds, about as many bytes each as drawn. */
function* segmentsOf(bytes: Uint8Array, from: number, drawn: Draws): Generator<[start: number, end: number]> {
  for (let start = from; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start + 1 + drawn.below(300)) + 1 || bytes.length;
    yield [start, end];
    start = end;
  }
}

/** Two readers take turns, as threads do; what is not adopted is read in order, and so is the last, which no line end may close. */
function readInSegments(bytes: Uint8Array, headEnd: number, drawn: Draws): ReturnType<typeof columnsOf> {
  const source = openSource();
  source.reader.push(bytes.subarray(0, headEnd));
  const { decision } = source.reader;
  if (decision !== undefined) {
    const threads = [0, 1].map(() => ({ reader: segmentReaderBy(decision), ids: new SegmentIds(), end: -1 }));
    for (const [start, end] of segmentsOf(bytes, headEnd, drawn)) {
      const segment = bytes.subarray(start, end);
      const thread = threads[drawn.below(2)];
      const { reader, ids } = thread;
      const before = bytes.subarray(Math.max(0, start - drawn.below(400)), start);
      const rows = reader.read(thread.end === start ? undefined : before, [segment]);
      thread.end = end;
      ids.learn(rows);
      if (!source.reader.adopt(rows, ids)) source.reader.push(segment);
    }
  } else source.reader.push(bytes.subarray(headEnd));
  source.reader.end();
  return columnsOf(source);
}

export const segments: Claim = {
  name: 'read in segments by several readers it has the columns of reading in order',
  costly: true,
  holds({ bytes, draws }) {
    const long = behindFullHead(bytes);
    if (long === undefined) return;
    const inSegments = readInSegments(long.bytes, long.headEnd, new Draws(draws));
    same(inSegments, columnsOf(readSource([long.bytes])), 'columns');
  },
};

import { parentPort, workerData } from 'node:worker_threads';
import { segmentReaderBy } from '../../engine/records/decided-segments';
import type { SegmentReader } from '../../engine/records/segment-reader';
import type { SegmentRows } from '../../engine/records/segment-rows';
import type { ByteSpan } from '../files/readable-log';
import { chunkBytes, chunksOf } from './byte-span';
import type { SegmentOrder, SegmentReply, SegmentTask } from './segment-messages';

/** From these the state a segment begins in is guessed: longer than all but the longest stack traces. */
const bytesBefore = 64 << 10;

const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');
const { descriptor, textStart } = workerData as SegmentTask;
const buffer = new Uint8Array(chunkBytes);
let reader: SegmentReader | undefined;
let readUpTo = 0;

port.on('message', (order: SegmentOrder) => {
  if ('decision' in order) reader = segmentReaderBy(order.decision);
  else if (reader !== undefined) send(order.index, read(reader, order.span));
});
reply('ready');

function read(by: SegmentReader, span: ByteSpan): SegmentRows {
  const before = span.start === readUpTo ? undefined : textBefore(span);
  readUpTo = span.end;
  return by.read(before, chunksOf(descriptor, span, buffer));
}

function textBefore({ start }: ByteSpan): Uint8Array {
  const before = { start: Math.max(textStart, start - bytesBefore), end: start };
  const [bytes = new Uint8Array(0)] = chunksOf(descriptor, before, buffer);
  return bytes;
}

function send(index: number, rows: SegmentRows): void {
  const columns: Record<string, { buffer: ArrayBuffer }> = { ...rows.columns };
  reply(
    { index, rows },
    Object.values(columns).map((column) => column.buffer),
  );
}

function reply(message: SegmentReply, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

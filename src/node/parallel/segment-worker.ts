import { parentPort, workerData } from 'node:worker_threads';
import { SegmentReader } from '../../engine/records/segment-reader';
import type { ByteSpan } from '../files/readable-log';
import { chunksOf } from './byte-span';
import type { SegmentReply, SegmentRequest, SegmentTask } from './segment-messages';

/** From these the state a segment begins in is guessed: longer than all but the longest stack traces. */
const bytesBefore = 64 << 10;

const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');
const { file, context } = workerData as SegmentTask;
const { descriptor, textStart, size } = file;
const reader = new SegmentReader(chunksOf(descriptor, { start: textStart, end: size }), context);

port.on('message', ({ index, span }: SegmentRequest) => {
  const rows = reader.read(textBefore(span), chunksOf(descriptor, span));
  const columns: Record<string, { buffer: ArrayBuffer }> = { ...rows.columns };
  reply(
    { index, rows },
    Object.values(columns).map(({ buffer }) => buffer),
  );
});
reply('ready');

function textBefore({ start }: ByteSpan): Uint8Array {
  const before = { start: Math.max(textStart, start - bytesBefore), end: start };
  const [bytes = new Uint8Array(0)] = chunksOf(descriptor, before);
  return bytes;
}

function reply(message: SegmentReply, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { mostAnswerBytes, TransportError } from './transport';

/** What a request says it can read. */
export const acceptedEncodings = 'gzip, deflate, br';

const inflaters: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The whole body, inflated, in a buffer of its own. Rejects with TransportError `too-large`, and with what Node's streams throw. */
export async function bodyOf(answer: IncomingMessage, mostBytes = mostAnswerBytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of inflated(answer) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    // Counted behind the inflating: a small answer can be a large one packed.
    if (length > mostBytes) throw new TransportError('too-large', `${mostBytes} bytes`);
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/** The body as it comes, inflated where it is packed. */
export function inflated(answer: IncomingMessage): Readable {
  const inflater = inflaters[answer.headers['content-encoding']?.trim().toLowerCase() ?? ''];
  if (inflater === undefined) return answer;
  // The reader of the stream hears of an error too.
  return pipeline(answer, inflater(), () => undefined);
}

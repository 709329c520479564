import { read } from 'node:fs';
import { promisify } from 'node:util';
import { indexBlockBytes } from '../../engine/text/line-index';
import { inputError } from '../files/input-problems';
import { LineEndCounter } from '../files/line-end-counter';
import type { SourceText } from './source-text';

/** Read at once by the thread pool while this thread counts: a page between two of them waits less than a millisecond. */
const readsAtOnce = 3;
const bufferBytes = 16 * indexBlockBytes;

const readBytes = promisify(read);

/** Counts the line ends of texts as they come; one for all sources of a log. */
export class Indexer {
  private readonly counter = new LineEndCounter(bufferBytes, readsAtOnce);

  /**
   * Indexes what of the text is there and not indexed, up to whole blocks while more is to come; `onStep` hears each megabyte.
   * Throws InputError `shrunk`, and the signal's reason.
   */
  async index(text: SourceText, signal: AbortSignal, onStep: () => void): Promise<void> {
    // What follows a CR that comes last says whether it is a line end: its block is counted again, or not yet.
    const from = wholeBlocks(text.indexedBytes - 1);
    const end = text.complete ? text.bytes : wholeBlocks(text.bytes - 1);
    if (text.indexedBytes >= end) return;
    let nextRead = from;
    const begin = (turn: number) => {
      const at = nextRead;
      nextRead = Math.min(end, at + bufferBytes);
      const reading = this.read(text, this.counter.buffers[turn % readsAtOnce], at, nextRead);
      // It may fail before its turn comes, which is when it is heard.
      reading.catch(() => undefined);
      return reading;
    };
    const reading = this.counter.buffers.map((_, turn) => begin(turn));
    try {
      for (let turn = 0, at = from; at < end; turn++) {
        const length = Math.min(bufferBytes, end - at);
        const filled = await reading[turn % readsAtOnce];
        signal.throwIfAborted();
        if (filled < length) throw inputError('shrunk', text.path);
        this.count(text, turn, at, length, filled);
        at += length;
        reading[turn % readsAtOnce] = begin(turn);
        onStep();
      }
    } finally {
      // The buffers are for the next text.
      await Promise.allSettled(reading);
    }
  }

  private count(text: SourceText, turn: number, at: number, length: number, filled: number): void {
    const buffer = this.counter.buffers[turn % readsAtOnce];
    const lineEnds = this.counter.lineEndsByStretch(buffer, length, filled, indexBlockBytes);
    text.takeIndex(at / indexBlockBytes, lineEnds, at + length);
  }

  /** With the byte that follows, where it is there already. */
  private async read(text: SourceText, buffer: Uint8Array, at: number, end: number): Promise<number> {
    const length = Math.min(end + 1, text.bytes) - at;
    if (length <= 0) return 0;
    const { bytesRead } = await readBytes(text.descriptor, buffer, 0, length, text.textStart + at);
    return bytesRead;
  }
}

function wholeBlocks(bytes: number): number {
  return Math.max(0, Math.floor(bytes / indexBlockBytes)) * indexBlockBytes;
}

import { offsetOfText, textOfBytes } from './log-text';
import type { LogText, ReadableLog } from './readable-log';

const chunkBytes = 1 << 20;

/** A log whose text came piece by piece from an editor; held in memory, where the editor holds it as well. */
export class TextLog implements ReadableLog {
  readonly encoding = undefined;
  readonly state = null;
  readonly notes = [];

  constructor(
    readonly path: string,
    private readonly bytes: Uint8Array,
    readonly referenceSeconds: number,
  ) {}

  get size(): number {
    return this.bytes.length;
  }

  async *chunks(onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < this.size; at += chunkBytes) {
      onRead(Math.min(this.size, at + chunkBytes));
      yield this.bytes.subarray(at, at + chunkBytes);
    }
  }

  directFile(): undefined {}

  async text(): Promise<LogText> {
    return textOfBytes(this.bytes, offsetOfText(this.bytes, undefined) ?? 0);
  }

  async close(): Promise<void> {}
}

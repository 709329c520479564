import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Few enough writes not to count, small enough that the reader never waits long. */
const batchLength = 64 * 1024;

/** Text to a stream at the pace of its reader: nothing piles up in memory, however long the document. */
export class Output {
  private pending = '';

  constructor(private readonly stream: Writable & { readonly isTTY?: boolean }) {}

  get isTerminal(): boolean {
    return this.stream.isTTY === true;
  }

  async write(text: string): Promise<void> {
    this.pending += text;
    if (this.pending.length >= batchLength) await this.flush();
  }

  /** The bytes must stay as they are. */
  async writeBytes(bytes: Uint8Array): Promise<void> {
    await this.flush();
    if (!this.stream.write(bytes)) await once(this.stream, 'drain');
  }

  async writeAll(pieces: Iterable<string>): Promise<void> {
    for (const piece of pieces) await this.write(piece);
  }

  async flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain');
  }
}

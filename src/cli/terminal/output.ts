import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Few enough writes not to count, small enough that the reader never waits long. */
const batchLength = 64 * 1024;

/** Text to a stream at the pace of its reader: nothing piles up in memory, however long the document. */
export class Output {
  private pending = '';

  constructor(private readonly stream: Writable) {}

  async write(text: string): Promise<void> {
    this.pending += text;
    if (this.pending.length >= batchLength) await this.flush();
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

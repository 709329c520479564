import type { Readable } from 'node:stream';
import { LastWords } from './last-words';
import type { Program } from './start-program';
import { joined, WholeLines } from './whole-lines';

/** What waits to be taken; more, and the program waits too. */
const mostWaiting = 1024 * 1024;
const lineFeed = 0x0a;
const lineEnd = Uint8Array.of(lineFeed);

/**
 * Standard output and error of a program as one text: whole lines, in the order in which they come. Where one output stops in the middle
 * of a line and the other goes on, a line end is put between. Who does not take them makes the program wait.
 */
export class MergedOutput {
  /** Of standard error. */
  readonly words = new LastWords();
  /** Of standard output alone. */
  outputBytes = 0;
  private waiting: Uint8Array[] = [];
  private size = 0;
  private open: Readable | undefined;
  private streams: readonly Readable[] = [];
  private wake: () => void = () => {};

  constructor(private readonly program: Program) {}

  /** Ends when both outputs have ended, also because the program was stopped. */
  async *lines(): AsyncGenerator<Uint8Array> {
    const { stdout, stderr } = this.program;
    stdout.on('data', (chunk: Buffer) => {
      this.outputBytes += chunk.length;
    });
    stderr.on('data', (chunk: Buffer) => this.words.add(chunk));
    this.streams = [stdout, stderr];
    const all = Promise.all(this.streams.map((stream) => this.follow(stream)));
    let isOver = false;
    void all.then(() => {
      isOver = true;
      this.wake();
    });
    while (!isOver || this.size > 0) {
      if (this.size > 0) yield this.take();
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private follow(stream: Readable): Promise<void> {
    const lines = new WholeLines();
    stream.on('data', (chunk: Buffer) => this.put(stream, lines.push(chunk)));
    return new Promise((resolve) => {
      const end = () => {
        this.put(stream, lines.rest());
        resolve();
      };
      // What is destroyed closes without an end; an error closes it, too.
      stream.once('close', end).once('error', () => stream.destroy());
    });
  }

  private put(stream: Readable, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.open !== undefined && this.open !== stream) this.waiting.push(lineEnd);
    this.open = bytes.at(-1) === lineFeed ? undefined : stream;
    this.waiting.push(bytes);
    this.size += bytes.length;
    if (this.size > mostWaiting) for (const one of this.streams) one.pause();
    this.wake();
  }

  private take(): Uint8Array {
    const taken = joined(this.waiting);
    this.waiting = [];
    this.size = 0;
    for (const one of this.streams) one.resume();
    return taken;
  }
}

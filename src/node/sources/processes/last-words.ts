import { oneLine } from '../http/server-words';

const keptBytes = 4096;
const keptLines = 3;
const keptLetters = 400;
const decoder = new TextDecoder();

/** The end of what a program says on its standard error. */
export class LastWords {
  /** Of all it said. */
  bytes = 0;
  private kept = Buffer.alloc(0);

  add(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    this.kept = Buffer.concat([this.kept, chunk]).subarray(-keptBytes);
  }

  /** All of it is in `text`, but for blanks and line ends. */
  get areAll(): boolean {
    return this.bytes <= keptLetters && this.lines().length <= keptLines;
  }

  /** Its last lines as one, without control characters. Hostile: only a value of a Sentence. */
  get text(): string {
    const words = this.lines().slice(-keptLines).join(' ').trim();
    return oneLine(words.length > keptLetters ? `…${words.slice(1 - keptLetters)}` : words);
  }

  private lines(): string[] {
    const lines = decoder.decode(this.kept).split(/[\r\n]+/);
    return lines.filter((line) => line.trim() !== '');
  }
}

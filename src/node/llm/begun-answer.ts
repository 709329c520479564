/** As much as tells the field of an event from anything else. */
const leastLetters = 8;
const mostBytes = 64 * 1024;

/** An answer of which the beginning was read. */
export interface BegunAnswer {
  /** Without the white space before it; some letters, or all there are. */
  readonly beginning: string;
  /** All of it. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** Waits for no more than it takes to say what an answer is. Rejects as the pieces do. */
export async function begun(pieces: AsyncIterable<Uint8Array>): Promise<BegunAnswer> {
  const rest = pieces[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let beginning = '';
  for (let bytes = 0; beginning.length < leastLetters && bytes < mostBytes; ) {
    const { done, value } = await rest.next();
    if (done) break;
    read.push(value);
    bytes += value.length;
    beginning = Buffer.concat(read).toString().trimStart().slice(0, leastLetters);
  }
  return { beginning, pieces: { [Symbol.asyncIterator]: () => new Continued(read, rest) } };
}

/** What was read first, then the rest. No generator: one that never began would not end what it reads. */
class Continued implements AsyncIterator<Uint8Array> {
  constructor(
    private readonly read: Uint8Array[],
    private readonly rest: AsyncIterator<Uint8Array>,
  ) {}

  async next(): Promise<IteratorResult<Uint8Array>> {
    const value = this.read.shift();
    return value === undefined ? this.rest.next() : { done: false, value };
  }

  async return(): Promise<IteratorResult<Uint8Array>> {
    await this.rest.return?.();
    return { done: true, value: undefined };
  }
}

import { readSync } from 'node:fs';
import { countUpTo, indexBlockBytes, LineIndex, lineStartsIn } from '../../engine/text/line-index';
import { inputError } from '../files/input-problems';
import { type LineSource, mostScannedBytes } from './line-source';

interface Block {
  readonly bytes: Uint8Array;
  /** Where lines begin behind a line end in the block, from its own start: 1 to its length. */
  readonly starts: Uint32Array;
}

/** Half a megabyte a source: a page of 2,000 rows, and a set may have a hundred sources. */
const mostBlocks = 8;
const mostScannedBlocks = mostScannedBytes / indexBlockBytes;

/** Where a text is and as far as it is there. */
export interface SourcePlace {
  /** As people know it. */
  readonly path: string;
  readonly descriptor: number;
  /** Bytes of the byte order mark. */
  readonly textStart: number;
}

/**
 * A text that stands in a file; it may grow, and may be read before it is indexed.
 * Reads synchronously, as `textOfFile` does and for its reasons. All reading throws InputError `shrunk` where the file has become shorter.
 */
export class SourceText implements LineSource {
  readonly readable = true;
  readonly index = new LineIndex();
  private readonly blocks = new Map<number, Block>();
  private known = 0;
  private indexed = 0;
  /** A line without a line end at the end. */
  private openLine = 0;
  complete = false;

  constructor(private place: SourcePlace) {}

  get path(): string {
    return this.place.path;
  }

  get descriptor(): number {
    return this.place.descriptor;
  }

  get textStart(): number {
    return this.place.textStart;
  }

  get bytes(): number {
    return this.known;
  }

  get indexedBytes(): number {
    return this.indexed;
  }

  get isIndexed(): boolean {
    return this.complete && this.indexed === this.known;
  }

  get lines(): number {
    return this.index.lineEnds + (this.isIndexed ? this.openLine : 0);
  }

  /** The text is there up to `bytes`. */
  grow(bytes: number): void {
    // A CR that came last may have become half of a CR LF.
    for (const block of this.blocks.keys()) {
      if ((block + 1) * indexBlockBytes >= this.known) this.blocks.delete(block);
    }
    this.known = bytes;
  }

  /** Line ends by block from `block` on; they reach up to `bytes`. */
  takeIndex(block: number, lineEnds: ArrayLike<number>, bytes: number): void {
    this.index.replaceFrom(block, lineEnds);
    this.indexed = bytes;
    if (this.isIndexed) this.openLine = Number(this.startAtOrBefore(bytes) < bytes);
  }

  /** The same bytes are to be had elsewhere: what was read stays. */
  moveTo(place: SourcePlace): void {
    this.place = place;
  }

  startOfLine(line: number): number | undefined {
    if (line === 0) return 0;
    const block = this.index.blockOfLineEnd(line);
    if (block === undefined) return undefined;
    const start = this.blockAt(block).starts[line - this.index.lineEndsBefore(block) - 1];
    // Fewer line ends than were counted: the bytes are others.
    if (start === undefined) throw inputError('shrunk', this.path);
    return block * indexBlockBytes + start;
  }

  lineAt(start: number): number {
    if (start === 0) return 0;
    const block = blockBefore(start);
    const inBlock = countUpTo(this.blockAt(block).starts, start - block * indexBlockBytes);
    return this.index.lineEndsBefore(block) + inBlock;
  }

  startAtOrBefore(offset: number): number {
    const from = blockBefore(offset);
    for (let block = from; block >= 0; block = this.blockWithEndsBefore(block)) {
      const { starts } = this.blockAt(block);
      const count = countUpTo(starts, offset - block * indexBlockBytes);
      if (count > 0) return block * indexBlockBytes + starts[count - 1];
      if (from - block > mostScannedBlocks && block >= this.index.blocks) return block * indexBlockBytes;
    }
    return 0;
  }

  nextStart(offset: number): number | undefined {
    const from = Math.floor(offset / indexBlockBytes);
    const blocks = Math.ceil(this.known / indexBlockBytes);
    for (let block = from; block < blocks; block = this.blockWithEndsAfter(block)) {
      if (block - from > mostScannedBlocks && block >= this.index.blocks) return undefined;
      const { starts } = this.blockAt(block);
      const start = starts[countUpTo(starts, offset - block * indexBlockBytes)];
      if (start !== undefined) return block * indexBlockBytes + start;
    }
    return this.known;
  }

  read(start: number, end: number): Uint8Array {
    const first = Math.floor(start / indexBlockBytes);
    const at = start - first * indexBlockBytes;
    if (at + end - start <= indexBlockBytes) return this.blockAt(first).bytes.subarray(at, at + end - start);
    return this.readFile(start, end - start);
  }

  private blockWithEndsAfter(block: number): number {
    const { index } = this;
    if (block + 1 >= index.blocks) return block + 1;
    return index.blockOfLineEnd(index.lineEndsBefore(block + 1) + 1) ?? index.blocks;
  }

  private blockWithEndsBefore(block: number): number {
    const { index } = this;
    if (block > index.blocks) return block - 1;
    return index.blockOfLineEnd(index.lineEndsBefore(block)) ?? -1;
  }

  private blockAt(block: number): Block {
    const held = this.blocks.get(block);
    if (held !== undefined) {
      this.blocks.delete(block);
      this.blocks.set(block, held);
      return held;
    }
    const read = this.readBlock(block);
    this.blocks.set(block, read);
    if (this.blocks.size > mostBlocks) this.blocks.delete(this.blocks.keys().next().value as number);
    return read;
  }

  private readBlock(block: number): Block {
    const at = block * indexBlockBytes;
    const length = Math.min(indexBlockBytes, this.known - at);
    const following = Math.min(1, this.known - at - length);
    const bytes = this.readFile(at, length + following);
    return { bytes: bytes.subarray(0, length), starts: lineStartsIn(bytes, length) };
  }

  private readFile(start: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    const { descriptor, textStart, path } = this.place;
    for (let at = 0; at < length; ) {
      const count = readSync(descriptor, bytes, at, length - at, textStart + start + at);
      if (count === 0) throw inputError('shrunk', path);
      at += count;
    }
    return bytes;
  }
}

/** The block whose line ends are the last that a line at `start` can begin behind. */
function blockBefore(start: number): number {
  return Math.max(0, Math.ceil(start / indexBlockBytes) - 1);
}

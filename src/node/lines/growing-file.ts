import { fstatSync, readSync } from 'node:fs';
import type { FileState } from '../../protocol/file-state';
import { endBytes, type FileEnds } from '../files/file-change';

/** An open file as far as it is read. It may grow, and be cut; its bytes are known again by their ends. */
export class GrowingFile {
  private known: FileEnds;
  private lookedAt: number;

  constructor(
    readonly descriptor: number,
    private last: FileState,
  ) {
    this.known = endsOf(descriptor, last.size);
    this.lookedAt = last.modifiedMs;
  }

  get state(): FileState {
    return this.last;
  }

  /** The file's first and last bytes as far as it is read, to find a copy by. */
  get ends(): FileEnds {
    return this.known;
  }

  /** `cut`: its bytes are fewer, or others. */
  look(): 'same' | 'grown' | 'cut' {
    const { size, mtimeMs } = fstatSync(this.descriptor);
    if (size < this.last.size) return 'cut';
    if (size === this.last.size && mtimeMs === this.lookedAt) return 'same';
    if (!areEqual(this.known, endsOf(this.descriptor, this.last.size))) return 'cut';
    this.lookedAt = mtimeMs;
    return size > this.last.size ? 'grown' : 'same';
  }

  /** All up to its end is read now. */
  takeAll(): void {
    const { size, mtimeMs, ino } = fstatSync(this.descriptor);
    this.take({ size, modifiedMs: mtimeMs, inode: ino });
  }

  take(state: FileState): void {
    this.last = state;
    this.known = endsOf(this.descriptor, state.size);
  }
}

/** Of the first `size` bytes of a file. */
export function endsOf(descriptor: number, size: number): FileEnds {
  const bytesAt = (from: number): Uint8Array => {
    const bytes = new Uint8Array(Math.min(endBytes, size));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, from));
  };
  return { head: bytesAt(0), tail: bytesAt(Math.max(0, size - endBytes)) };
}

export function areEqual(one: FileEnds, other: FileEnds): boolean {
  return Buffer.compare(one.head, other.head) === 0 && Buffer.compare(one.tail, other.tail) === 0;
}

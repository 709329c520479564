import { type FileHandle, open } from 'node:fs/promises';
import type { FileState } from '../../protocol/file-state';

/**
 * What happened to a file since it was looked at last, as its size, time and inode say. `cut`: it is shorter (copytruncate), `replaced`: another
 * file has its name (rotation), `rewritten`: the same size at another time.
 */
export type FileStep = 'same' | 'grown' | 'cut' | 'replaced' | 'rewritten' | 'gone' | 'back';

/** Undefined where there is no file. */
export function fileStep(before: FileState | undefined, now: FileState | undefined): FileStep {
  if (!before || !now) return before === now ? 'same' : now ? 'back' : 'gone';
  if (now.inode !== before.inode) return 'replaced';
  if (now.size !== before.size) return now.size < before.size ? 'cut' : 'grown';
  return now.modifiedMs === before.modifiedMs ? 'same' : 'rewritten';
}

/** A file that was renamed may have got more than a reader in an editor would want to hear of. */
const mostMissedBytes = 64 << 20;
const pieceBytes = 1 << 16;

interface FileLook {
  readonly step: FileStep;
  readonly missedLines: number;
}

/**
 * Looks at a file now and then: watchers fail on network shares, in WSL and in containers. It stays open, so that of a file that was
 * renamed or deleted what came last can still be counted.
 */
export class WatchedFile {
  private handle: FileHandle | undefined;
  private state: FileState | undefined;
  private looking: Promise<unknown> = Promise.resolve();
  private isDisposed = false;

  constructor(private readonly path: string) {}

  /** What happened since the last look, which has ended; `missedLines` came to the former file after it, by line feeds. Of what was cut off nobody knows. */
  look(): Promise<FileLook> {
    const look = this.lookOnce();
    this.looking = look.catch(() => undefined);
    return look;
  }

  /** Also during a look, which reads to its end what it has begun. */
  async dispose(): Promise<void> {
    this.isDisposed = true;
    await this.looking;
    await this.handle?.close();
    this.handle = undefined;
  }

  private async lookOnce(): Promise<FileLook> {
    const before = this.state;
    const opened = await open(this.path, 'r').catch(() => undefined);
    const now = opened && (await stateOf(opened));
    const step = fileStep(before, now);
    const isOther = step === 'replaced' || step === 'gone';
    const missedLines = isOther && before ? await this.linesSince(before.size) : 0;
    await this.keep(opened, step);
    this.state = now;
    return { step, missedLines };
  }

  private async keep(opened: FileHandle | undefined, step: FileStep): Promise<void> {
    if (this.isDisposed) return opened?.close();
    const isNew = this.handle === undefined || step === 'replaced' || step === 'gone' || step === 'back';
    const closed = isNew ? this.handle : opened;
    if (isNew) this.handle = opened;
    await closed?.close();
  }

  private async linesSince(start: number): Promise<number> {
    if (!this.handle) return 0;
    const { size } = await this.handle.stat();
    const end = Math.min(size, start + mostMissedBytes);
    const piece = Buffer.alloc(pieceBytes);
    let lines = 0;
    for (let at = start; at < end; ) {
      const { bytesRead } = await this.handle.read(piece, 0, Math.min(pieceBytes, end - at), at);
      if (bytesRead === 0) break;
      lines += lineFeeds(piece.subarray(0, bytesRead));
      at += bytesRead;
    }
    return lines;
  }
}

async function stateOf(handle: FileHandle): Promise<FileState> {
  const { size, mtimeMs, ino } = await handle.stat();
  return { size, modifiedMs: mtimeMs, inode: ino };
}

function lineFeeds(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

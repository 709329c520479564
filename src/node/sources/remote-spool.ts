import { rmSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../protocol/input-error';
import { inputError } from '../files/input-problems';
import { removeLeftSpools, spoolFolderPrefix } from '../files/spool';
import { type FreeRoom, freeTemporaryRoom } from '../lines/disk-room';

/** A file that a remote log is written to: only its owner can read it. */
export interface RemoteSpool {
  readonly path: string;
  /** Removes it. */
  close(): Promise<void>;
}

/** Written at once: few system calls, and the first rows are there soon. */
const writeBytes = 512 * 1024;
/** What waits no longer than this for more. */
const longestWaitMs = 100;
/** How much is written between two looks at the disk. */
const roomEveryBytes = 32 << 20;
/** Left to other programs. */
const reserveBytes = 128 << 20;

/**
 * An empty private file with a name, since several threads read what one writes. It goes with `close`, with the process, or, where that
 * was killed, when the next spool is made (the folder's name says whose it was). Throws InputError `no-room`.
 */
export async function openRemoteSpool(): Promise<RemoteSpool> {
  await removeLeftSpools(tmpdir());
  try {
    const folder = await mkdtemp(join(tmpdir(), `${spoolFolderPrefix}${process.pid}-`));
    const path = join(folder, 'log');
    await (await open(path, 'wx', 0o600)).close();
    return removedAtExit(folder, path);
  } catch (error) {
    throw inputError('no-room', tmpdir(), (error as Error).message);
  }
}

/** Of this process; one listener for all. */
const openFolders = new Set<string>();

function removedAtExit(folder: string, path: string): RemoteSpool {
  if (openFolders.size === 0) process.once('exit', removeFolders);
  openFolders.add(folder);
  return {
    path,
    async close() {
      openFolders.delete(folder);
      if (openFolders.size === 0) process.off('exit', removeFolders);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function removeFolders(): void {
  for (const folder of openFolders) rmSync(folder, { recursive: true, force: true });
}

export interface SpoolWriterOptions {
  readonly free?: FreeRoom;
  readonly now?: () => number;
}

/**
 * Appends to a spool in large writes, one at a time: while it writes, the next page is parsed, and no more than that piles up. After
 * a failure the file ends with the last whole line that was written.
 */
export class SpoolWriter {
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private pendingSince = 0;
  private writing: Promise<void> = Promise.resolve();
  private failed: InputError | undefined;
  private roomLookedAt = Number.NEGATIVE_INFINITY;

  private constructor(
    private readonly handle: FileHandle,
    /** Bytes in the file. */
    private written: number,
    private readonly free: FreeRoom,
    private readonly now: () => number,
  ) {}

  /** Throws InputError `no-room`. */
  static async open(
    path: string,
    { free = freeTemporaryRoom, now = () => performance.now() }: SpoolWriterOptions = {},
  ): Promise<SpoolWriter> {
    try {
      const handle = await open(path, 'r+');
      return new SpoolWriter(handle, (await handle.stat()).size, free, now);
    } catch (error) {
      throw inputError('no-room', tmpdir(), (error as Error).message);
    }
  }

  /** Bytes in the file: what waits to be written is not among them. */
  get bytes(): number {
    return this.written;
  }

  /** Whole lines. The bytes are kept until they are written. Throws InputError `spool-full`. */
  async write(lines: Uint8Array): Promise<void> {
    if (this.pendingBytes === 0) this.pendingSince = this.now();
    this.pending.push(lines);
    this.pendingBytes += lines.length;
    if (this.pendingBytes >= writeBytes || this.now() - this.pendingSince >= longestWaitMs)
      await this.begin();
  }

  /** All that was given is in the file. Throws InputError `spool-full`. */
  async flush(): Promise<void> {
    await this.begin();
    await this.writing;
    if (this.failed) throw this.failed;
  }

  /** Writes what can be written, and lets go of the file. */
  async close(): Promise<void> {
    await this.flush().catch(() => undefined);
    await this.handle.close();
  }

  /** Waits for the write before this one, not for this one. */
  private async begin(): Promise<void> {
    await this.writing;
    if (this.failed) throw this.failed;
    const chunks = this.pending;
    if (this.pendingBytes === 0) return;
    this.pending = [];
    this.pendingBytes = 0;
    this.writing = this.append(chunks).catch(async (error) => {
      this.failed = spoolFull(error);
      await this.handle.truncate(this.written).catch(() => undefined);
    });
  }

  private async append(chunks: readonly Uint8Array[]): Promise<void> {
    const bytes = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    await this.lookForRoom();
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.handle.write(bytes, at, bytes.length - at, this.written + at);
      at += bytesWritten;
    }
    this.written += bytes.length;
  }

  private async lookForRoom(): Promise<void> {
    if (this.written - this.roomLookedAt < roomEveryBytes) return;
    this.roomLookedAt = this.written;
    if ((await this.free()) < reserveBytes) throw new Error('ENOSPC');
  }
}

function spoolFull(error: Error): InputError {
  return new InputError({
    code: 'spool-full',
    sentence: {
      pattern:
        'The temporary folder {0} took no more ({1}): what is shown is a part. Free some space there, or ask for a shorter time range, and fetch again.',
      values: [tmpdir(), error.message],
    },
  });
}

import { closeSync, rmSync } from 'node:fs';
import { type FileHandle, mkdtemp, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputError } from './input-problems';

/** A temporary file that only its owner can read and that does not outlive the process. */
export interface Spool {
  readonly handle: FileHandle;
  close(): Promise<void>;
}

/**
 * Where the system allows it the file's name is removed at once, so that not even a killed process leaves
 * log text behind; Windows keeps the names of open files, there it goes with the process.
 */
async function openSpool(): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'oddline-'));
  const handle = await open(join(folder, 'text'), 'wx+', 0o600);
  if (process.platform === 'win32') return removedAtExit(folder, handle);
  rmSync(folder, { recursive: true });
  return { handle, close: () => handle.close() };
}

/** Copies all chunks into a new spool. Throws InputError `no-room`, and whatever `chunks` throws. */
export async function spoolOf(chunks: AsyncIterable<Uint8Array>): Promise<Spool> {
  const spool = await openSpool().catch((error) => {
    throw inputError('no-room', tmpdir(), (error as Error).message);
  });
  try {
    for await (const chunk of chunks) await writeAll(spool.handle, chunk);
    return spool;
  } catch (error) {
    await spool.close();
    throw error;
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  try {
    for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
  } catch (error) {
    throw inputError('no-room', tmpdir(), (error as Error).message);
  }
}

function removedAtExit(folder: string, handle: FileHandle): Spool {
  const atExit = () => {
    closeSync(handle.fd);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', atExit);
  return {
    handle,
    async close() {
      process.off('exit', atExit);
      await handle.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

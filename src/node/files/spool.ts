import { closeSync, rmSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputError } from './input-problems';

/** The process that made it stands behind it. */
export const spoolFolderPrefix = 'oddline-spool-';

/** A temporary file that only its owner can read and that does not outlive the process. */
export interface Spool {
  readonly handle: FileHandle;
  close(): Promise<void>;
}

/**
 * Where the system allows it the file's name is removed at once, so that not even a killed process leaves
 * log text behind; Windows keeps the names of open files, there it goes with the process, and what a killed one left
 * (the folder's name says whose it was) when the next one begins a spool. Throws InputError `no-room`.
 */
export async function openSpool(): Promise<Spool> {
  await removeLeftSpools(tmpdir());
  return createSpool().catch((error) => {
    throw inputError('no-room', tmpdir(), (error as Error).message);
  });
}

async function createSpool(): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), `${spoolFolderPrefix}${process.pid}-`));
  const handle = await open(join(folder, 'text'), 'wx+', 0o600);
  if (process.platform === 'win32') return removedAtExit(folder, handle);
  rmSync(folder, { recursive: true });
  return { handle, close: () => handle.close() };
}

/** Copies all chunks into a new spool. Throws InputError `no-room`, and whatever `chunks` throws. */
export async function spoolOf(chunks: AsyncIterable<Uint8Array>): Promise<Spool> {
  const spool = await openSpool();
  try {
    for await (const chunk of chunks) await writeToSpool(spool, chunk);
    return spool;
  } catch (error) {
    await spool.close();
    throw error;
  }
}

/** Throws InputError `no-room`. */
export async function writeToSpool({ handle }: Spool, chunk: Uint8Array): Promise<void> {
  try {
    for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
  } catch (error) {
    throw inputError('no-room', tmpdir(), (error as Error).message);
  }
}

/** Those of processes that are no more; what cannot be removed is somebody else's. */
export async function removeLeftSpools(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const owner = /^oddline-spool-(\d+)-/.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code !== 'ESRCH';
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

import { mkdir } from 'node:fs/promises';

/**
 * With those above it. Of a disk that can only be read Node.js tells that the folder is not there; asked for this one alone, the system
 * says why. Throws what the system throws.
 */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch(() => mkdir(path));
}

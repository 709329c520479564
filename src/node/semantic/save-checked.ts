import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../protocol/input-error';
import type { Listed } from './model-store';

/**
 * Writes what comes and holds it against size and checksum; `onBytes` hears how much is there. Throws InputError where it is something else
 * than was promised, or the disk takes no more: whoever calls removes the folder then.
 */
export async function saveChecked(
  pieces: AsyncIterable<Uint8Array>,
  { path, bytes, checksum }: Listed,
  target: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash(checksum.kind === 'sha256' ? 'sha256' : 'sha1');
  // Git's own checksum of a file begins with its kind and size.
  if (checksum.kind === 'git') hash.update(`blob ${bytes}\0`);
  const handle = await openedFor(target);
  let written = 0;
  try {
    for await (const piece of pieces) {
      written += piece.length;
      if (written > bytes) throw notAsPromised(path);
      hash.update(piece);
      await handle.write(piece).catch(toDisk);
      onBytes(written);
    }
  } finally {
    await handle.close();
  }
  if (written !== bytes || hash.digest('hex') !== checksum.hex) throw notAsPromised(path);
}

const openedFor = (target: string) => open(target, 'wx').catch(toDisk);

function toDisk(error: unknown): never {
  const { code = String(error) } = error as { code?: string };
  throw new InputError({
    code: 'no-room',
    sentence: {
      pattern: 'The model could not be written to the disk ({0}). Free some space there, then try again.',
      values: [code],
    },
  });
}

function notAsPromised(path: string): InputError {
  return new InputError({
    code: 'damaged-model',
    sentence: {
      pattern:
        'What came for {0} is not what was promised: its size or checksum differs. Try again; where that stays so, a proxy changes it.',
      values: [path],
    },
  });
}

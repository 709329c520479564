import type { FileState } from '../../protocol/file-state';

/** What happened to a file since it was read. `rewritten`: its bytes are others, though it is the same file and no shorter. */
export type FileChange = 'same' | 'grown' | 'truncated' | 'rotated' | 'rewritten';

/** Bytes of a file as far as it was read, to know it again by: the first and the last of them. */
export interface FileEnds {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** How many bytes of each. */
export const endBytes = 4096;

/**
 * Tells growth from what looks like it. `now` holds the bytes at the places of `before`, as they are now. A log that was cut
 * (copytruncate) and has grown beyond its former size since shows in its first or last bytes only.
 */
export function changeOf(
  before: FileState,
  after: FileState,
  endsBefore: FileEnds,
  endsNow: FileEnds,
): FileChange {
  if (after.inode !== before.inode) return 'rotated';
  if (after.size < before.size) return 'truncated';
  const same = isSame(endsBefore.head, endsNow.head) && isSame(endsBefore.tail, endsNow.tail);
  if (!same) return 'rewritten';
  if (after.size > before.size) return 'grown';
  return after.modifiedMs === before.modifiedMs ? 'same' : 'rewritten';
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

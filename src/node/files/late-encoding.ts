import type { FileHandle } from 'node:fs/promises';
import { detectEncoding, encodingHeadBytes } from '../../engine/text/encoding-detection';
import { isAscii } from '../../engine/text/utf8-validity';

/** Files up to 1 MiB are looked at whole, larger ones at as many places. */
const places = 16;
const lineFeed = 0x0a;

/**
 * The encoding of a file that begins with 64 KiB of ASCII and holds Chinese words further on (failures do): told by the first place
 * that is not ASCII. Undefined where it leaves the encoding to the first bytes.
 */
export async function lateEncoding(
  handle: FileHandle,
  size: number,
  head: Uint8Array,
): Promise<'gb18030' | undefined> {
  if (size <= head.length || !isAscii(head)) return undefined;
  const buffer = new Uint8Array(encodingHeadBytes(undefined));
  for (let place = 1; place < places; place++) {
    const at = Math.floor((size / places) * place);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    // From a line's start on: a place may begin within a character.
    const bytes = buffer.subarray(buffer.subarray(0, bytesRead).indexOf(lineFeed) + 1, bytesRead);
    if (isAscii(bytes)) continue;
    const { id } = detectEncoding(bytes, undefined);
    return id === 'gb18030' ? id : undefined;
  }
  return undefined;
}

export interface DetectedEncoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly bomBytes: number;
}

/** First bytes that decide; enough for several lines, little enough to wait for. */
export const detectionBytes = 512;

/**
 * Tells UTF-8 and UTF-16 apart by a byte order mark, else by where the NULs of the first bytes stand:
 * ASCII in UTF-16 puts one in every other byte. UTF-16 without a mark and without ASCII reads as UTF-8.
 */
export function detectUnicode(head: Uint8Array): DetectedEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { label: 'utf-8', bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', bomBytes: 2 };
  return { label: labelByNuls(head), bomBytes: 0 };
}

/** A run of NULs that copytruncate left stands in both halves, so it is not mistaken for UTF-16. */
function labelByNuls(head: Uint8Array): DetectedEncoding['label'] {
  const pairs = Math.min(head.length, detectionBytes) >>> 1;
  let high = 0;
  let low = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) high++;
    if (head[i + 1] === 0) low++;
  }
  const enough = Math.max(1, pairs / 4);
  if (low >= enough && high === 0) return 'utf-16le';
  if (high >= enough && low === 0) return 'utf-16be';
  return 'utf-8';
}

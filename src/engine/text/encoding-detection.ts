import { looksLikeGb18030 } from './gb18030-plausibility';
import { detectionBytes, detectUnicode } from './unicode-detection';

export interface DetectedEncoding {
  /** VS Code's id. */
  readonly id: 'utf8' | 'utf16le' | 'utf16be' | 'gb18030';
  /** The Encoding Standard's name. */
  readonly label: string;
  readonly bomBytes: number;
}

/** First bytes that decide where nobody named the encoding; a log's first Chinese words may come late. */
const guessBytes = 64 * 1024;

const ids = { 'utf-8': 'utf8', 'utf-16le': 'utf16le', 'utf-16be': 'utf16be' } as const;

/** How many first bytes `detectEncoding` looks at. */
export function encodingHeadBytes(named: string | undefined): number {
  return named === undefined ? guessBytes : detectionBytes;
}

/**
 * Tells UTF-8, UTF-16 and, where nobody named an encoding, GB18030 (with it GBK and GB 2312) apart by the first
 * `encodingHeadBytes` bytes, or all there are; `named` is an id that says no more than UTF-8. Where it is not sure it is
 * UTF-8: a wrong guess would hide text that U+FFFD at least points to.
 */
export function detectEncoding(bytes: Uint8Array, named: string | undefined): DetectedEncoding {
  const head = bytes.subarray(0, encodingHeadBytes(named));
  const { label, bomBytes } = detectUnicode(head);
  const mayBeChinese = named === undefined && label === 'utf-8' && bomBytes === 0;
  if (mayBeChinese && looksLikeGb18030(head)) return { id: 'gb18030', label: 'gb18030', bomBytes: 0 };
  return { id: ids[label], label, bomBytes };
}

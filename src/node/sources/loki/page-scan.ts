import type { NsText } from '../../../protocol/log-source';
import { compareTimes } from './times';

/** What a page holds, without parsing it. */
export interface PageScan {
  readonly count: number;
  /** '' in an empty page. */
  readonly oldest: NsText;
  /** Entries of the oldest time. */
  readonly ofOldest: number;
  readonly newest: NsText;
}

const quote = 0x22;
const zero = 0x30;
const nine = 0x39;

/**
 * Times of all entries of an answer of `query_range`, found by `["` with digits and a quote behind: within a string of JSON a quote
 * has a backslash before it, and behind a string that ends in `[` no digit follows. The next request can go out before this page is
 * parsed.
 */
export function scanPage(body: Uint8Array): PageScan {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let count = 0;
  let oldest = '';
  let ofOldest = 0;
  let newest = '';
  for (let at = bytes.indexOf('["'); at >= 0; at = bytes.indexOf('["', at + 2)) {
    const end = digitsEnd(bytes, at + 2);
    if (end === at + 2 || bytes[end] !== quote) continue;
    const time = bytes.toString('latin1', at + 2, end);
    const toOldest = count === 0 ? -1 : compareTimes(time, oldest);
    if (toOldest < 0) oldest = time;
    ofOldest = toOldest < 0 ? 1 : toOldest === 0 ? ofOldest + 1 : ofOldest;
    if (count === 0 || compareTimes(time, newest) > 0) newest = time;
    count++;
  }
  return { count, oldest, ofOldest, newest };
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let i = from;
  while (bytes[i] >= zero && bytes[i] <= nine) i++;
  return i;
}

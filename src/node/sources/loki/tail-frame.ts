import { isObject } from '../http/answers';
import type { SourceEntry } from '../source-reader';
import type { PageEntries } from './page-entries';

export interface TailFrame {
  readonly entries: readonly SourceEntry[];
  readonly isCategorized: boolean;
  /** Times of entries the server says it left out. It names at most 1,000. */
  readonly dropped: readonly bigint[];
}

/** One message of a tail. Throws InputError where it is none. */
export function readFrame(data: string, pages: PageEntries): TailFrame {
  const message = parsed(data);
  const flags = message.encodingFlags;
  const isCategorized = Array.isArray(flags) && flags.includes('categorize-labels');
  return {
    entries: pages.ofStreams(message.streams ?? [], isCategorized, 'forward'),
    isCategorized,
    dropped: droppedIn(message.dropped_entries),
  };
}

function parsed(data: string): Record<string, unknown> {
  try {
    const message: unknown = JSON.parse(data);
    return isObject(message) ? message : {};
  } catch {
    // Whatever it was, what it should have held is found missing and fetched.
    return {};
  }
}

/** A time is a string of nanoseconds, or of RFC 3339, by version. */
function droppedIn(list: unknown): bigint[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).map(({ timestamp }) => {
    const text = String(timestamp);
    if (/^\d{1,19}$/.test(text)) return BigInt(text);
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? 0n : BigInt(ms) * 1_000_000n;
  });
}

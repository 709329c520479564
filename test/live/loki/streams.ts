import type { PushedEntry, PushedStream } from '../../../scripts/live/push-loki.mjs';
import { type Multiset, multiset } from '../multiset';
import { keyOf } from '../spool-entries';

export const second = 1_000_000_000n;

/** A whole second so long ago, so that what is pushed from there on lies in the past. */
export const ago = (seconds: number) => BigInt(Math.floor(Date.now() / 1000) - seconds) * second;

export interface NumberedParts {
  readonly labels: Readonly<Record<string, string>>;
  readonly count: number;
  readonly from: bigint;
  /** Between two entries; 0: all have one time. */
  readonly stepNs: bigint;
  readonly own?: (at: number) => Readonly<Record<string, string>>;
}

/** Entries that can be told from each other by their number. */
export function numbered({ labels, count, from, stepNs, own }: NumberedParts): PushedStream {
  const name = Object.values(labels).join('-');
  const entries = Array.from({ length: count }, (_, at): PushedEntry => {
    const time = `${from + BigInt(at) * stepNs}`;
    const text = `${name} parcel ${at} weighed ${(at * 7919) % 1000} g at gate ${at % 12}`;
    return own ? { time, text, own: own(at) } : { time, text };
  });
  return { labels, entries };
}

/** All that was pushed. */
export function pushed(
  streams: readonly PushedStream[],
  isWanted: (entry: PushedEntry) => boolean = () => true,
): Multiset {
  return multiset(streams.flatMap(({ entries }) => entries.filter(isWanted).map(keyOf)));
}

import type { RecordIndex } from '../../model/units';
import { identifiersOf } from './identifiers';
import type { RecordPassages } from './record-passages';

export interface RequestChain {
  /** The ASCII word they share. */
  readonly identifier: string;
  /** Earlier records that hold it, nearest first; at least one. */
  readonly earlier: readonly RecordIndex[];
}

/** What more of the records nearby share names no request but a day, a host or a process that writes everything. */
const mostSharing = 40;
const mostShare = 0.2;
/** In few records a share says little. */
const alwaysFew = 4;
const identifiersTried = 4;

/** The records before it that belong to the same request, by the likeliest identifier that few others hold. */
export function chainBefore(record: RecordIndex, passages: RecordPassages): RequestChain | undefined {
  const identifiers = identifiersOf(passages.firstLine(record)).slice(0, identifiersTried);
  if (identifiers.length === 0) return undefined;
  const before = passages.before(record);
  const few = Math.min(mostSharing, Math.max(alwaysFew, before.recordCount * mostShare));
  for (const { text } of identifiers) {
    const sharing = before.holding(text, few + 1);
    if (sharing.length > 0 && sharing.length <= few) return { identifier: text, earlier: sharing.reverse() };
  }
  return undefined;
}

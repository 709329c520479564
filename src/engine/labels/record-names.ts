import type { Finding } from '../model/finding';
import { beyondOrdinals, surroundingsOf } from '../triage/id-surroundings';
import type { Identity } from '../triage/identity';

/** Names of a record among the subjects of labels: equal for the same record, whatever of its log went or came meanwhile. */
export interface RecordNames {
  readonly own: string;
  /** Those it had while the log was shorter: the same as another's own, never as another's former. */
  readonly former: readonly string[];
}

/**
 * Of a record with a time: what stands around it, when it was written, and which of its twins it is. The ordinal, which rotation changes,
 * is taken out of the ids. Without a time they are all there is.
 */
export function recordNames({ id, formerIds, time, twin = 0 }: Identity): RecordNames {
  if (time === undefined) return { own: id, former: formerIds };
  const nameOf = (one: string) => `${surroundingsName(one)} ${time} ${twin}`;
  return { own: nameOf(id), former: formerIds.map(nameOf) };
}

/** Names under which a record may have been labelled: also by who knew no time of it. */
export function namesLabelled(record: Identity): { own: readonly string[]; former: readonly string[] } {
  const { own, former } = recordNames(record);
  return { own: [own, record.id], former: [...former, ...record.formerIds] };
}

/** A finding's record. */
export function identityOf({ id, formerIds, time, twin }: Identified): Identity {
  return { id, formerIds, ...(time !== null && { time }), ...(twin !== undefined && { twin }) };
}

export type Identified = Pick<Finding, 'id' | 'formerIds' | 'time' | 'twin'>;

/** Without the ordinal; what is no id of ours stands for itself. */
function surroundingsName(id: string): string {
  const known = surroundingsOf(id);
  return known ? `${(known.halves >>> 0).toString(16)}-${beyondOrdinals(known.key).toString(16)}` : id;
}

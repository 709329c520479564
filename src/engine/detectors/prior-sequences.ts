import type { SessionId, SessionLink, Sessions } from '../features/sessions/sessions';
import type { RecordIndex } from '../model/units';
import type { DetectorInput } from './detector';

/** Of a known sequence so many events must be of the link's own. */
const leastShared = 0.5;

/**
 * The sequences that a learned baseline knows, by the link of the log they belong to: the one whose sessions hold most of their
 * events. What links are called differs between logs; the steps of a request do not.
 */
export function priorSequences(
  input: DetectorInput,
  sessions: Sessions,
): ReadonlyMap<SessionLink, readonly Uint32Array[]> {
  const known = input.prior?.sequences() ?? [];
  const found = new Map<SessionLink, Uint32Array[]>();
  if (known.length === 0) return found;
  const events = eventsByLink(input, sessions);
  for (const { templates, count } of known) {
    const link = nearest(templates, events);
    if (link === undefined) continue;
    const own = found.get(link) ?? [];
    for (let i = 0; i < count; i++) own.push(templates);
    found.set(link, own);
  }
  return found;
}

function eventsByLink({ templates }: DetectorInput, sessions: Sessions): Map<SessionLink, Set<number>> {
  const events = new Map<SessionLink, Set<number>>(sessions.links.map((link) => [link, new Set()]));
  for (let id = 0; id < sessions.count; id++) {
    const own = events.get(sessions.linkOf(id as SessionId));
    for (const record of sessions.recordsOf(id as SessionId))
      own?.add(templates.templateOf(record as RecordIndex));
  }
  return events;
}

/** Of equals the stronger link, which comes first. */
function nearest(
  sequence: Uint32Array,
  events: ReadonlyMap<SessionLink, ReadonlySet<number>>,
): SessionLink | undefined {
  let best: SessionLink | undefined;
  let most = leastShared * sequence.length;
  for (const [link, own] of events) {
    const shared = sequence.filter((event) => own.has(event)).length;
    if (shared < most || (best !== undefined && shared === most)) continue;
    most = shared;
    best = link;
  }
  return best;
}

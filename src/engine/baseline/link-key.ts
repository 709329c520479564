import type { SessionId, SessionLink, Sessions } from '../features/sessions/sessions';

/** Ids of a link that are looked at for how they begin. */
const idsLookedAt = 200;
/** `req-` of `req-2f26`: letters and what parts them from the rest. */
const beginning = /^\p{L}+[-_:./#]/u;

/** Tells the links of a log from each other, and is the same in another log: what names its ids, and how most of them begin. */
export function linkKey(sessions: Sessions, link: SessionLink): string {
  const counts = new Map<string, number>();
  let seen = 0;
  for (let id = 0; id < sessions.count && seen < idsLookedAt; id++) {
    if (sessions.linkOf(id as SessionId) !== link) continue;
    seen++;
    const begins = beginning.exec(sessions.idOf(id as SessionId))?.[0] ?? '';
    counts.set(begins, (counts.get(begins) ?? 0) + 1);
  }
  const usual = [...counts].find(([, count]) => count * 2 > seen)?.[0] ?? '';
  return `${link.name} ${usual}`;
}

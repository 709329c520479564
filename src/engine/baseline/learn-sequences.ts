import type { SessionId, Sessions } from '../features/sessions/sessions';
import type { TemplateStatistics } from '../features/template-statistics';
import type { SourceRow } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { KnownSequence } from './baseline-model';

/** Of a session; the sequence detector leaves out what comes behind, too. */
const longestSession = 1 << 12;

/** The ways that whole sessions of one source went. */
export function learnSessions(
  sessions: Sessions,
  { firstRecord, records }: SourceRow,
  templates: TemplateStatistics,
): KnownSequence[] {
  const found: KnownSequence[] = [];
  for (let id = 0; id < sessions.count; id++) {
    const session = id as SessionId;
    const [first] = sessions.recordsOf(session);
    if (first < firstRecord || first >= firstRecord + records) continue;
    if (sessions.beginIsCut(session) || sessions.endIsCut(session)) continue;
    const rows = sessions.recordsOf(session).subarray(0, longestSession);
    const events = Array.from(rows, (record) => templates.templateOf(record as RecordIndex) as number);
    found.push({ events, count: 1 });
  }
  return found;
}

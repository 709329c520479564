import type { SessionId, Sessions } from '../features/sessions/sessions';
import type { LineIndex, RecordIndex } from '../model/units';
import { beginning } from './beginning';
import { joinedItems, lineItem, logLines, numberOf, told } from './line-items';
import { count, type Item, pageOf } from './page';
import { collect } from './search/collect';
import { textMatcher } from './search/line-matcher';
import { logTool, type ToolLog } from './tool';
import { failed, type ToolAnswer } from './tool-answer';

const mostLines = 4_294_967_295;
const longestId = 80;

export const getSession = logTool({
  name: 'get_session',
  description:
    'All records of one session: those that share a request id, trace, job, block or thread. Name it by a line of it or by the id itself.',
  schema: {
    type: 'object',
    properties: {
      line: { type: 'integer', minimum: 1, maximum: mostLines, description: 'A line of the session.' },
      value: { type: 'string', maxLength: 500, description: 'The id that its records share.' },
      after: {
        type: 'integer',
        minimum: 0,
        maximum: mostLines,
        description: 'How many records earlier answers showed; 0 where left out.',
      },
    },
    required: [],
    additionalProperties: false,
  },
  *run(log, { line, value, after = 0 }, budget) {
    const wanted = value?.trim() ?? '';
    if (line === undefined && wanted === '') return failed('Give "line" or "value".', budget);
    if (line !== undefined && line > logLines(log))
      return failed(`The log has ${count(logLines(log))} lines: there is no line ${line}.`, budget);
    const sessions = yield* log.sessions();
    const session =
      wanted === '' ? sessionOfLine(log, sessions, line ?? 1) : sessionOfId(log, sessions, wanted);
    if (session === undefined && wanted === '') return failed(noSession(sessions, line ?? 1), budget);
    const id = session === undefined ? wanted : sessions.idOf(session);
    const linked = session === undefined ? [] : [...sessions.recordsOf(session)];
    const isWhole = session !== undefined && sessions.lookedAt.records.length >= log.records.recordCount;
    const records = isWhole ? linked : yield* withSameId(log, id, linked);
    return answerOf(log, { id, records: inOrder(log, records), after }, budget);
  },
});

/** Files of one log may tell of the same time: of several what came first stands first. What has no time stands behind what is before it. */
function inOrder({ files, records: { time } }: ToolLog, records: readonly number[]): readonly number[] {
  if (files.names.length === 0) return records;
  let last = Number.NEGATIVE_INFINITY;
  const timed = records.map((record) => {
    last = time.has(record) ? time.millis(record) : last;
    return { record, at: last };
  });
  return timed
    .sort((one, other) => one.at - other.at || one.record - other.record)
    .map(({ record }) => record);
}

interface FoundSession {
  readonly id: string;
  readonly records: readonly number[];
  readonly after: number;
}

function answerOf(log: ToolLog, { id, records, after }: FoundSession, budget: number): ToolAnswer {
  const shown = JSON.stringify(beginning(id, longestId));
  if (records.length === 0)
    return failed(`No record holds ${shown}. search_log finds parts of words too.`, budget);
  return pageOf(
    {
      ...{
        label: 'records of one session',
        unit: ['record', 'records'] as const,
        total: records.length,
        after,
      },
      lead: `${count(records.length)} records share one id.`,
      item: (index) => recordItem(log, records[index] as RecordIndex),
    },
    budget,
  );
}

/** Its first line, and how many follow. */
function recordItem(log: ToolLog, record: RecordIndex): Item {
  const first = log.records.firstLine.get(record) as LineIndex;
  const more = log.records.lastLine(record) - first;
  const item = lineItem(log, first);
  if (more === 0) return item;
  return joinedItems([item, told(`  (the record goes on to L${numberOf(first + more)})`)]);
}

function sessionOfLine(log: ToolLog, sessions: Sessions, line: number): SessionId | undefined {
  const record = log.records.recordOfLine((line - 1) as LineIndex);
  const session = record === undefined ? -1 : sessions.sessionOf(record);
  return session === -1 ? undefined : session;
}

/** Of the log, not of its baselines; of several links' the one with most records. */
function sessionOfId({ records }: ToolLog, sessions: Sessions, id: string): SessionId | undefined {
  let best: SessionId | undefined;
  for (let at = 0; at < sessions.count; at++) {
    const session = at as SessionId;
    const own = sessions.recordsOf(session);
    if (sessions.idOf(session) !== id || own.length === 0) continue;
    if (records.sources[records.sourceOfRecord(own[0] as RecordIndex)].role !== 'log') continue;
    if (best === undefined || own.length > sessions.recordsOf(best).length) best = session;
  }
  return best;
}

/** Of a log too large for all its values to be known: what else holds the id as a word of its own. */
function* withSameId(log: ToolLog, id: string, linked: readonly number[]): Generator<number, number[]> {
  const hits = yield* collect(log, {
    matcher: textMatcher(id, { isCaseSensitive: true, isWholeWord: true }),
  });
  const records = new Set(linked);
  for (const line of hits.lines()) {
    const record = log.records.recordOfLine(line as LineIndex);
    if (record !== undefined) records.add(record);
  }
  return [...records].sort((one, other) => one - other);
}

function noSession({ links, count: sessions }: Sessions, line: number): string {
  if (links.length === 0)
    return 'The records of this log share no ids that link them. search_log finds what holds a value.';
  return `Line ${line} belongs to none of the ${count(sessions)} sessions found. Give "value" if the line shows an id.`;
}

import type { SessionId, Sessions } from '../features/sessions/sessions';
import type { ValueId } from '../features/values/value-pool';
import type { ValueTable } from '../features/values/value-table';
import type { FilterTest } from '../filter/filter';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { ComponentNames } from '../records/component-names';
import { plainText } from '../text/plain-text';

/** What lanes are called, safe to show, and what shows the records of one alone. */
export interface LaneNaming {
  readonly links: readonly LaneLink[];
  nameOf(lane: number): string;
  /** Index in `links`; -1 where nothing links. */
  linkOf(lane: number): number;
  /** Null where no clause can. */
  filterOf(lane: number): FilterTest | null;
}

/** What ties sessions together, and how many of the logs' it does, among the records that were looked at. */
export interface LaneLink {
  /** '' where it has no name. */
  readonly name: string;
  readonly sessions: number;
  readonly records: number;
}

const longestName = 256;
/** What stands for bytes that are no UTF-8: a text with it is found nowhere. */
const replacement = '\u{fffd}';

export function componentNaming(components: ComponentNames): LaneNaming {
  return {
    links: [],
    nameOf: (lane) => shown(components.name(lane)),
    linkOf: () => -1,
    filterOf(lane) {
      const name = components.name(lane);
      return name.includes(replacement) ? null : { kind: 'field', name: 'component', value: name };
    },
  };
}

export function sessionNaming(sessions: Sessions, table: ValueTable, records: RecordTable): LaneNaming {
  return {
    links: linksOf(sessions, records),
    nameOf: (lane) => sessions.idOf(lane as SessionId),
    linkOf: (lane) => sessions.links.indexOf(sessions.linkOf(lane as SessionId)),
    filterOf: (lane) => sessionFilter(sessions, table, lane as SessionId),
  };
}

function shown(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return plainText(bytes, 0, bytes.length, longestName);
}

/** Baselines' sessions left out. */
function linksOf(sessions: Sessions, records: RecordTable): LaneLink[] {
  const links = sessions.links.map(({ name }) => ({ name: shown(name), sessions: 0, records: 0 }));
  for (let session = 0; session < sessions.count; session++) {
    const own = sessions.recordsOf(session as SessionId);
    if (records.sources[records.sourceOfRecord(own[0] as RecordIndex)].role !== 'log') continue;
    const link = links[sessions.links.indexOf(sessions.linkOf(session as SessionId))];
    link.sessions++;
    link.records += own.length;
  }
  return links;
}

/** Of a value its first bytes are kept: a longer one may be cut. */
const longestWhole = 255;
/** A shorter text stands in other lines by chance. */
const shortestSought = 8;

/** The field where all records of the session have one of that name; else the id as a word of its own, where it is long enough to be no other's. */
function sessionFilter(sessions: Sessions, table: ValueTable, session: SessionId): FilterTest | null {
  const value = sessions.valueOf(session);
  const text = table.text(value);
  const { length } = new TextEncoder().encode(text);
  // Shown otherwise than it stands in the log, or as JSON escapes it.
  if (length !== table.bytesIn(value) || length > longestWhole || /[\\\u{fffd}]/u.test(text)) return null;
  const { name } = sessions.linkOf(session);
  const records = sessions.recordsOf(session) as Iterable<number> as Iterable<RecordIndex>;
  if (name !== '' && allNamed(records, table, name, value)) return { kind: 'field', name, value: text };
  if (text.length < shortestSought) return null;
  return { kind: 'search', pattern: { kind: 'text', text, caseSensitive: true, wholeWord: true } };
}

/** What stands in a header that no format names is no field that a clause finds. */
function allNamed(records: Iterable<RecordIndex>, table: ValueTable, name: string, value: ValueId): boolean {
  for (const record of records) if (!isNamed(table.rowOf(record), table, name, value)) return false;
  return true;
}

function isNamed(row: number, table: ValueTable, name: string, value: ValueId): boolean {
  for (let cell = table.firstCell(row); cell < table.firstCell(row + 1); cell++) {
    if (table.valueAt(cell) !== value) continue;
    const column = table.columns[table.columnAt(cell)];
    if (column.name === name && column.kind !== 'header') return true;
  }
  return false;
}

import type { RecordTable, SourceRole } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import type { ValueTable } from '../values/value-table';
import { attached } from './attached-places';
import { cutsOf } from './cut-sessions';
import { type LinkFamily, linkFamilies, namedFamily } from './link-places';
import { type LinkStrength, links, type StrengthInput, strengthOf, ValueSpans } from './link-strength';
import { type SessionLink, Sessions } from './sessions';

/** Kinds of ids that link records at most: requests, and jobs beside them. */
const mostLinks = 3;
/** A further link must add so much of the log. */
const leastAdded = 0.02;

/**
 * Finds the sessions of a log by the values its lines share, or by the field that `name` says. The family of places that
 * links most records closest goes first; records without its ids may be linked by another. Yields now and then.
 */
export function* findSessions(
  table: ValueTable,
  records: RecordTable,
  name: string | undefined,
): Generator<void, Sessions> {
  const families = name === undefined ? linkFamilies(table, records) : namedFamily(table, name);
  yield;
  const input = strengthInput(table, records);
  const chosen: LinkFamily[] = [];
  const marks = {
    rowOfRecord: input.rowOfRecord,
    valueOfRow: new Int32Array(table.rowCount).fill(-1),
    linkOfRow: new Uint8Array(table.rowCount),
  };
  while (chosen.length < mostLinks) {
    const best = name === undefined ? strongest(table, families, input, chosen) : families[chosen.length];
    yield;
    if (best === undefined) break;
    mark(table, attached(table, best), chosen.length, marks);
    chosen.push(best);
  }
  return gather(table, records, chosen, marks);
}

/** Links are found in the log, or in the baselines where those hold more: the same ids may stand in both. */
function strengthInput(table: ValueTable, records: RecordTable): StrengthInput {
  const rows = { log: 0, baseline: 0 };
  for (let row = 0; row < table.rowCount; row++) rows[roleOf(records, table.recordOf(row))]++;
  const role = rows.log >= rows.baseline ? 'log' : 'baseline';
  const rowOfRecord = new Int32Array(records.recordCount).fill(-1);
  for (let row = 0; row < table.rowCount; row++) {
    const record = table.recordOf(row);
    if (roleOf(records, record) === role) rowOfRecord[record] = row;
  }
  return { rowOfRecord, rowCount: rows[role], spans: new ValueSpans(table.valueCount) };
}

function roleOf(records: RecordTable, record: RecordIndex): SourceRole {
  return records.sources[records.sourceOfRecord(record)].role;
}

function strongest(
  table: ValueTable,
  families: readonly LinkFamily[],
  input: StrengthInput,
  chosen: readonly LinkFamily[],
): LinkFamily | undefined {
  let best: LinkFamily | undefined;
  let most = Math.max(2, chosen.length === 0 ? 0 : input.rowCount * leastAdded);
  for (const family of families) {
    // A link is worth its records at most.
    if (family.cells <= most || chosen.includes(family)) continue;
    const strength = strengthOf(table, family, input);
    if (!links(strength) || weight(strength) <= most) continue;
    most = weight(strength);
    best = family;
  }
  return best;
}

/** Records linked, fewer the wider they are spread. */
function weight({ records, stretch }: LinkStrength): number {
  return records * (1 - stretch) ** 2;
}

/** What the links chosen so far say of rows. */
interface Marks {
  /** -1 once a link has the record. */
  readonly rowOfRecord: Int32Array;
  /** -1 where none has. */
  readonly valueOfRow: Int32Array;
  readonly linkOfRow: Uint8Array;
}

/** Gives the records with an id of the family its value; the first cell of a record counts. */
function mark(table: ValueTable, columns: ReadonlySet<number>, link: number, marks: Marks): void {
  const { rowOfRecord, valueOfRow, linkOfRow } = marks;
  for (let row = 0; row < table.rowCount; row++) {
    if (valueOfRow[row] >= 0) continue;
    for (let cell = table.firstCell(row); cell < table.firstCell(row + 1); cell++) {
      if (!columns.has(table.columnAt(cell))) continue;
      valueOfRow[row] = table.valueAt(cell);
      linkOfRow[row] = link;
      rowOfRecord[table.recordOf(row)] = -1;
      break;
    }
  }
}

/** Rows of one value are one session, in log and baseline apart. */
function gather(
  table: ValueTable,
  records: RecordTable,
  chosen: readonly LinkFamily[],
  { valueOfRow, linkOfRow }: Marks,
): Sessions {
  const rowsOfSession = new Map<number, number[]>();
  const isLog = (row: number) => roleOf(records, table.recordOf(row)) === 'log';
  for (let row = 0; row < table.rowCount; row++) {
    if (valueOfRow[row] < 0) continue;
    const key = (valueOfRow[row] * mostLinks + linkOfRow[row]) * 2 + (isLog(row) ? 1 : 0);
    const rows = rowsOfSession.get(key);
    if (rows === undefined) rowsOfSession.set(key, [row]);
    else rows.push(row);
  }
  const sessions = [...rowsOfSession.values()];
  const flat = sessions.flat();
  const starts = Uint32Array.from([0, ...sessions.map((rows) => rows.length)]);
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  const sessionOfRow = new Int32Array(table.rowCount).fill(-1);
  for (const [session, rows] of sessions.entries()) for (const row of rows) sessionOfRow[row] = session;
  const linkOf = Uint8Array.from(sessions, ([row]) => linkOfRow[row]);
  return new Sessions({
    links: chosen.map((family, link) => summaryOf(family, link, sessions, linkOf)),
    linkOf,
    values: Uint32Array.from(sessions, ([row]) => valueOfRow[row]),
    starts,
    records: Uint32Array.from(flat, (row) => table.recordOf(row)),
    cuts: cutsOf(table, records, sessions),
    rows: Uint32Array.from({ length: table.rowCount }, (_, row) => table.recordOf(row)),
    sessionOfRow,
    text: (value) => table.text(value),
  });
}

function summaryOf(
  { name }: LinkFamily,
  link: number,
  sessions: readonly (readonly number[])[],
  linkOf: Uint8Array,
): SessionLink {
  const own = sessions.filter((_, session) => linkOf[session] === link);
  return { name, sessions: own.length, records: own.reduce((sum, rows) => sum + rows.length, 0) };
}

import type { SessionId } from '../../features/sessions/sessions';
import type { TemplateStatistics } from '../../features/template-statistics';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, RecordIndex } from '../../model/units';
import type { TaughtLabel } from '../label';
import type { LabelMatch } from '../label-report';
import type { LabelLayers, LabelSpeech } from './label-layers';
import { type LabelColumn, ResolvedLabels } from './resolved-labels';

export interface LabelledLog {
  readonly given: readonly TaughtLabel[];
  readonly records: RecordTable;
  readonly statistics: TemplateStatistics;
  readonly speech: LabelSpeech;
  readonly layers: LabelLayers;
  readonly recordsOf: (session: SessionId) => ArrayLike<number>;
  /** Records whose sessions are known; undefined where these are all, or nobody asked. */
  readonly lookedAt: number | undefined;
}

const stepRecords = 1 << 16;
/** Labels a column of two bytes has numbers for. */
const mostInTwoBytes = 0xffff - 1;

/** Writes the label that holds for each record, the narrowest last. Yields now and then. */
export function* labelColumn(log: LabelledLog): Generator<void, ResolvedLabels> {
  const { given, records, layers } = log;
  const Column = given.length > mostInTwoBytes ? Uint32Array : Uint16Array;
  const held = new Column(records.recordCount);
  yield* writeTemplates(log, held);
  yield* writeSessions(log, held);
  for (const layer of [layers.incidents, layers.records])
    for (const record of layer.things) {
      const label = layer.holding(record);
      if (label !== undefined) held[record] = label + 1;
    }
  const totals = yield* totalsOf(log, held);
  const labels = given.map((_, label) => matchOf(log, label));
  const coverage = { labels, ...totals, ...(log.lookedAt !== undefined && { lookedAt: log.lookedAt }) };
  return new ResolvedLabels(given, coverage, { held });
}

/** Gives the records of each template. */
function* writeTemplates(
  { records, statistics, layers }: LabelledLog,
  held: LabelColumn['held'],
): Generator<void, void> {
  const byTemplate = new Uint32Array(statistics.templateLimit);
  for (const template of layers.templates.things)
    byTemplate[template] = (layers.templates.holding(template) ?? -1) + 1;
  if (!byTemplate.some((label) => label > 0)) return;
  for (const { role, firstRecord, records: count } of records.sources) {
    if (role !== 'log') continue;
    for (let at = 0; at < count; at++) {
      const record = firstRecord + at;
      held[record] = byTemplate[statistics.templateOf(record as RecordIndex)];
      if (at % stepRecords === stepRecords - 1) yield;
    }
  }
}

function* writeSessions(
  { layers, recordsOf }: LabelledLog,
  held: LabelColumn['held'],
): Generator<void, void> {
  for (const session of layers.sessions.things) {
    const label = layers.sessions.holding(session);
    if (label === undefined) continue;
    const records = recordsOf(session);
    for (let i = 0; i < records.length; i++) held[records[i]] = label + 1;
  }
  yield;
}

function* totalsOf(
  { given, records }: LabelledLog,
  held: LabelColumn['held'],
): Generator<void, { records: number; covered: number; anomalous: number }> {
  const isAnomalous = Uint8Array.from([0, ...given.map(({ verdict }) => Number(verdict === 'anomalous'))]);
  const totals = { records: 0, covered: 0, anomalous: 0 };
  for (const source of records.sources) if (source.role === 'log') totals.records += source.records;
  for (let record = 0; record < held.length; record++) {
    if (held[record] !== 0) totals.covered++;
    totals.anomalous += isAnomalous[held[record]];
    if (record % stepRecords === stepRecords - 1) yield;
  }
  return totals;
}

interface Extent {
  readonly records: number;
  /** -1 where there is none. */
  readonly first: number;
}

function matchOf(log: LabelledLog, given: number): LabelMatch {
  const { records, first } = extentOf(log, given);
  return {
    given,
    records,
    templates: log.speech.templates.get(given) ?? [],
    first: first < 0 ? null : placeOf(log.records, first as RecordIndex),
    conflicts: log.layers.conflicts[given],
  };
}

function extentOf({ speech, statistics, recordsOf }: LabelledLog, label: number): Extent {
  const templates = speech.templates.get(label) ?? [];
  if (templates.length > 0)
    return {
      records: templates.reduce((sum, template) => sum + statistics.logCount(template), 0),
      first: Math.min(...templates.map((template) => statistics.firstRecord(template) ?? -1)),
    };
  const sessions = speech.sessions.get(label) ?? [];
  if (sessions.length > 0)
    return {
      records: sessions.reduce((sum, session) => sum + recordsOf(session).length, 0),
      first: recordsOf(sessions[0])[0],
    };
  const own = speech.incidents.get(label) ?? speech.records.get(label) ?? [];
  const first = own.reduce((least: number, one) => (least < 0 ? one : Math.min(least, one)), -1);
  return { records: own.length, first };
}

function placeOf(records: RecordTable, record: RecordIndex): NonNullable<LabelMatch['first']> {
  const line = records.firstLine.get(record) as LineIndex;
  const source = records.sourceOfLine(line);
  return { source, line: records.lineNumberIn(source, line) };
}

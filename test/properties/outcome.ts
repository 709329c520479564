import type { Analysis } from '../../src/engine/model/analysis';
import type { RecordIndex, SignatureId, SourceIndex } from '../../src/engine/model/units';
import { Session } from '../../src/engine/session';
import type { SessionOptions } from '../../src/engine/session-values';
import { finish } from '../engine/log-builder';
import type { ReadSource } from '../engine/records/read-source';
import { textsOf } from '../engine/source-texts';

export const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;
export const onlySource = 0 as SourceIndex;

export function openSession(options: SessionOptions = {}): Session {
  const session = new Session(options);
  session.openSource({ path: 'any.log', role: 'log', referenceSeconds });
  return session;
}

export function sessionOf(chunks: readonly Uint8Array[], options: SessionOptions = {}): Session {
  const session = openSession(options);
  for (const chunk of chunks) session.push(chunk);
  session.closeSource();
  return session;
}

/** Cutting takes longer than reading: of a log of more records the first and the last are cut. */
const mostCuts = 60;

function cutRecords(records: number): RecordIndex[] {
  const all = Array.from({ length: records }, (_, i) => i as RecordIndex);
  return records <= mostCuts ? all : [...all.slice(0, mostCuts / 2), ...all.slice(-mostCuts / 2)];
}

/** All that people can learn from a session: judgement, templates, what was understood, and records cut again. */
export function outcomeOf(session: Session, text: Uint8Array) {
  const texts = textsOf(text);
  const { aliases: _, ...analysis }: Analysis = finish(session.analyse(texts));
  const { records, lines } = analysis.sources[0];
  return {
    analysis,
    understanding: session.understand(texts),
    templatesOfLines: [...session.templates.templatesOfLines(onlySource)],
    spans: Array.from({ length: lines }, (_, i) => session.spanOf(onlySource, (i + 1) as never)),
    cuts: cutRecords(records).map((record) => ({
      ...session.cutter.cut(record, texts),
      values: session.cutter.values(record, texts),
    })),
  };
}

const rowsOf = <Value>(count: number, at: (index: number) => Value) =>
  Array.from({ length: count }, (_, i) => at(i));

/** Every column, every number and what the numbers stand for. */
export function columnsOf({ records, miner, components, reader }: ReadSource) {
  const { lineCount, recordCount, sources } = records;
  return {
    sources,
    format: reader.formatName,
    encoding: reader.encoding,
    contentKey: reader.contentKey,
    cutLines: reader.cutLines,
    decodedBytes: reader.decodedBytes,
    lines: rowsOf(lineCount, (i) => [records.lineStart.get(i), records.lineBlank.get(i)]),
    unfit: rowsOf(records.unfit.length, (i) => records.unfit.get(i)),
    records: rowsOf(recordCount, (i) => [
      records.firstLine.get(i),
      records.signature.get(i),
      records.time.nanosecondsAt(i),
      records.level.get(i),
      records.component.get(i),
    ]),
    signatures: rowsOf(miner.signatureCount, (id) => [
      miner.tokensOf(id as SignatureId),
      miner.hashOf(id as SignatureId),
      miner.templateOf(id as SignatureId),
      miner.template(miner.templateOf(id as SignatureId)),
    ]),
    components: rowsOf(components.count, (id) => components.name(id)),
  };
}

import type { FilterQuestion, LinesLeft } from './filter/filter-question';
import { shownLines } from './filter/shown-lines';
import { lineOfTime } from './merge/line-of-time';
import { type LongestGap, longestGaps } from './merge/longest-gaps';
import { type MergedOrder, mergeOrder } from './merge/merge-order';
import { type MergedRange, type MergedRecord, mergedRecords } from './merge/merged-records';
import type { LineIndex, LineNumber, SourceIndex, UnixNs } from './model/units';
import { FilesOfLog } from './records/files-of-log';
import {
  type DetailedRecord,
  type LevelCounts,
  LineFactsOf,
  levelCounts,
  type RecordFacts,
} from './records/line-facts';
import { endOfLine } from './records/line-texts';
import type { SourceTexts } from './records/source-texts';
import type { SessionSources } from './session-sources';

/** What is known of the lines of a session once its sources are closed; nothing needs to be judged for it. */
export class SessionLines {
  constructor(private readonly sources: SessionSources) {}

  get recordCount(): number {
    return this.sources.records.recordCount;
  }

  hasTimes(source: SourceIndex): boolean {
    const { time, sources } = this.sources.records;
    const { firstRecord, records } = sources[source];
    for (let record: number = firstRecord; record < firstRecord + records; record++)
      if (time.has(record)) return true;
    return false;
  }

  /** All logs' lines in order of time; `clockOffsets`: milliseconds, by source. */
  mergeOrder(clockOffsets?: readonly number[]): Generator<number, MergedOrder> {
    return mergeOrder(this.sources.records, clockOffsets);
  }

  /** The same, record by record. */
  mergedRecords(clockOffsets: readonly number[], range: MergedRange): Generator<MergedRecord> {
    const { records, readers } = this.sources;
    return mergedRecords(
      records,
      (line, source) => endOfLine(records, line as LineIndex, source, readers[source]),
      clockOffsets,
      range,
    );
  }

  longestGaps(limit: number, clockOffsets?: readonly number[]): Generator<number, readonly LongestGap[]> {
    return longestGaps(this.sources.records, limit, clockOffsets);
  }

  lineOfTime(time: UnixNs, clockOffsets?: readonly number[]): LineIndex | undefined {
    return lineOfTime(this.sources.records, time, clockOffsets);
  }

  /** Where a line stands in its file, as people count. */
  placeOf(line: LineIndex): { readonly source: SourceIndex; readonly line: LineNumber } {
    const { records } = this.sources;
    return { source: records.sourceOfLine(line), line: records.lineNumber(line) };
  }

  /** Which file a line is in, by the name a reader knows it by. */
  files(): FilesOfLog {
    return new FilesOfLog(this.sources.records);
  }

  /** Undefined of a line that belongs to no record. */
  facts(line: LineIndex): RecordFacts | undefined {
    return this.factsOf().facts(line);
  }

  details(line: LineIndex, texts: SourceTexts): DetailedRecord | undefined {
    return this.factsOf().details(line, texts);
  }

  /** Which lines a filter and the noise dial leave; yields the share done. */
  shown(question: FilterQuestion, texts: SourceTexts): Generator<number, LinesLeft> {
    const { records, miner, cutter, readers } = this.sources;
    return shownLines(question, { records, miner, cutter, readers, texts });
  }

  /** Records by level in so many equal stretches of the logs' lines; with `clockOffsets` of their order of time. */
  *levelCounts(stretches: number, clockOffsets?: readonly number[]): Generator<number, LevelCounts> {
    const { records } = this.sources;
    const logs = records.sources.filter(({ role }) => role === 'log');
    const lines = logs.reduce((sum, one) => sum + one.lines, 0);
    if (clockOffsets === undefined) return yield* levelCounts(records, lines, stretches);
    const { order } = yield* mergeOrder(records, clockOffsets);
    const placeOf = new Uint32Array(order.length);
    for (let place = 0; place < order.length; place++) placeOf[order[place]] = place;
    return yield* levelCounts(records, lines, stretches, placeOf);
  }

  private factsOf(): LineFactsOf {
    const { records, miner, cutter } = this.sources;
    return new LineFactsOf(records, miner, cutter);
  }
}

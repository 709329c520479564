import { CorrectedLine } from '../formats/corrections/corrected-line';
import type { FormatCorrection } from '../formats/corrections/format-correction';
import {
  type Column,
  type Corrections,
  editsOf,
  readyCorrections,
} from '../formats/corrections/ready-corrections';
import type { ReadContext } from '../formats/format';
import { newHeader } from '../formats/header';
import type { RecordTable } from '../model/record-table';
import type { ColouredLine, ShownLine, SourceUnderstanding } from '../model/understanding';
import type { LineIndex, LineNumber, RecordIndex, SourceIndex } from '../model/units';
import { linesFrom } from '../records/line-texts';
import type { RereadSource } from '../records/record-cutter';
import type { SourceTexts } from '../records/source-texts';
import { columnsOf, findTime } from './columns';
import { shownText } from './shown-text';
import { isYearOpen, zoneOfStamp } from './zone';

/** What understanding needs of the reader of a source. */
export interface UnderstoodSource extends RereadSource {
  readonly formatName: string;
  readonly encoding: string;
  readonly context: ReadContext;
}

/** The first line of a record with its columns. */
interface ReadLine {
  readonly bytes: Uint8Array;
  readonly columns: readonly Column[];
  /** Text without a header is all message, its time stamp too. */
  readonly stampInMessage: { readonly start: number; readonly end: number } | undefined;
}

const mostSamples = 20;
const mostShown = 20;

/** What was understood of one source of a session, with the lines to judge it by. */
export class SourceInspector {
  private readonly corrections: readonly FormatCorrection[];
  private readonly ready: Corrections;
  private readonly corrected: CorrectedLine;

  constructor(
    private readonly records: RecordTable,
    private readonly index: SourceIndex,
    private readonly source: UnderstoodSource,
    private readonly texts: SourceTexts,
  ) {
    this.corrections = source.context.corrections ?? [];
    this.ready = readyCorrections(this.corrections, source.context);
    this.corrected = new CorrectedLine(editsOf(this.ready));
  }

  /** Throws what the host throws when it reads. */
  understanding(): SourceUnderstanding {
    const { records, index, source, corrections } = this;
    const row = records.sources[index];
    const parts = source.formatName.split(' › ');
    const timed = timedRecords(records, index);
    return {
      source: index,
      path: row.path,
      format: parts[parts.length - 1],
      wrapper: parts.length > 1 ? parts[0] : null,
      encoding: source.encoding,
      lines: row.lines,
      records: row.records,
      timed,
      unfit: unfitLines(records, index),
      zone: this.zone(),
      corrections,
      samples: [...this.samples()],
      unfitLines: [...this.unfit()],
      timelessLines: timed === 0 ? [] : [...this.timeless()],
    };
  }

  /** Of the stamps in records spread evenly the zone most of them name; null where none has a time. */
  zone(): string | null {
    const zones = new Map<string, number>();
    for (const record of this.spread()) {
      const zone = this.zoneOf(record);
      if (zone !== undefined) zones.set(zone, (zones.get(zone) ?? 0) + 1);
    }
    return [...zones].reduce<[string | null, number]>(
      (best, one) => (one[1] > best[1] ? one : best),
      [null, 0],
    )[0];
  }

  /** Whether a stamp in records spread evenly names no year: when the file was written decides it then. */
  leavesYearOpen(): boolean {
    for (const record of this.spread()) {
      const stamp = this.records.time.has(record) ? this.stampIn(record) : undefined;
      if (stamp !== undefined && isYearOpen(...stamp)) return true;
    }
    return false;
  }

  /** A time that no stamp of the line tells is the wrapper's or made of several columns: those are UTC. */
  private zoneOf(record: RecordIndex): string | undefined {
    if (!this.records.time.has(record)) return undefined;
    const stamp = this.stampIn(record);
    return stamp === undefined ? 'UTC' : zoneOfStamp(...stamp);
  }

  private stampIn(record: RecordIndex): Parameters<typeof zoneOfStamp> | undefined {
    const found = this.read(record);
    const time = found?.columns.find(({ role }) => role === 'time') ?? found?.stampInMessage;
    if (found === undefined || time === undefined) return undefined;
    const stamp = this.corrections.findLast((correction) => correction.role === 'time')?.stamp;
    const isCorrected = this.ready.time !== undefined && this.corrected.has(this.ready.time);
    return [found.bytes, time.start, time.end, this.source.context, isCorrected ? stamp : undefined];
  }

  private *samples(): Generator<ColouredLine> {
    for (const record of this.spread()) {
      const found = this.read(record);
      if (found !== undefined) yield { line: this.lineOf(record), ...shownText(found.bytes, found.columns) };
    }
  }

  private *spread(): Generator<RecordIndex> {
    const { firstRecord, records } = this.records.sources[this.index];
    const count = Math.min(records, mostSamples);
    for (let i = 0; i < count; i++) yield (firstRecord + Math.floor((i * records) / count)) as RecordIndex;
  }

  /** The first line of a record as its format sees it, and its columns. */
  private read(record: RecordIndex): ReadLine | undefined {
    const header = newHeader();
    const line = this.records.firstLine.get(record) as LineIndex;
    const found = this.source.reread(linesFrom(this.records, line, this.source, this.texts), header);
    if (found === undefined) return undefined;
    const named = this.ready.columnsOf(this.corrected, {
      bytes: found.bytes,
      start: 0,
      end: found.bytes.length,
    });
    const { context } = this.source;
    return {
      bytes: found.bytes,
      columns: columnsOf(found.bytes, header, named, context),
      stampInMessage: findTime(found.bytes, header, context),
    };
  }

  private *unfit(): Generator<ShownLine> {
    const first = this.records.unfitBefore(this.records.sources[this.index].firstLine);
    const count = Math.min(unfitLines(this.records, this.index), mostShown);
    for (let i = first; i < first + count; i++) yield this.shown(this.records.unfit.get(i) as LineIndex);
  }

  private *timeless(): Generator<ShownLine> {
    const { firstRecord, records } = this.records.sources[this.index];
    let left = mostShown;
    for (let record = firstRecord; record < firstRecord + records && left > 0; record++) {
      if (this.records.time.has(record)) continue;
      left--;
      yield this.shown(this.records.firstLine.get(record) as LineIndex);
    }
  }

  private shown(line: LineIndex): ShownLine {
    const [cut] = linesFrom(this.records, line, this.source, this.texts);
    return { line: this.records.lineNumber(line), text: shownText(cut.bytes, []).text };
  }

  private lineOf(record: RecordIndex): LineNumber {
    return this.records.lineNumber(this.records.firstLine.get(record) as LineIndex);
  }
}

/** Records of a source with a time. */
export function timedRecords(records: RecordTable, index: SourceIndex): number {
  const { firstRecord, records: count } = records.sources[index];
  let timed = 0;
  for (let record = firstRecord; record < firstRecord + count; record++)
    if (records.time.has(record)) timed++;
  return timed;
}

/** Lines of a source that do not fit. */
export function unfitLines(records: RecordTable, index: SourceIndex): number {
  const { firstLine, lines } = records.sources[index];
  return records.unfitBefore(firstLine + lines) - records.unfitBefore(firstLine);
}

import type { LineIndex, RecordIndex } from '../../model/units';
import type { LineQuestion, SearchedLog } from './line-question';

/** Whether records are of the level, time and template asked for. To be asked in order: the record of a line is sought from the last one on. */
export class RecordTest {
  private readonly isOpen: boolean;
  /** The last record asked about by its line, and where the next one begins. */
  private record = -1;
  private nextLine = 0;
  /** Behind those of its source. */
  private endRecord = 0;
  private endLine = 0;
  /** Whether the last record with a time was within the window. */
  private within = false;
  private timedUpTo = 0;

  constructor(
    private readonly log: SearchedLog,
    private readonly question: LineQuestion,
  ) {
    const { level, window, template } = question;
    const isTimed = window !== undefined && (window.from !== null || window.until !== null);
    this.isOpen = level === undefined && template === undefined && !isTimed;
  }

  /** Of the record a line belongs to; a line of no record has no level and no template. */
  holdsOfLine(line: LineIndex): boolean {
    if (this.isOpen) return true;
    if (line >= this.nextLine) this.moveTo(line);
    if (this.record < 0 || this.log.records.lineBlank.get(line)) return false;
    return this.holds(this.record as RecordIndex);
  }

  holds(record: RecordIndex): boolean {
    const { level, template } = this.question;
    const { records, templateOf } = this.log;
    if (!this.isWithin(record)) return false;
    if (level !== undefined && records.level.get(record) < level) return false;
    return template === undefined || templateOf(record) === template;
  }

  /** Most often to the very next record. */
  private moveTo(line: LineIndex): void {
    const { records } = this.log;
    const next = this.record + 1;
    const isNext = this.record >= 0 && next < this.endRecord && records.firstLine.get(next) === line;
    if (isNext) this.record = next;
    else this.seek(line);
    if (this.record < 0) this.nextLine = line + 1;
    else
      this.nextLine =
        this.record + 1 < this.endRecord ? records.firstLine.get(this.record + 1) : this.endLine;
  }

  /** -1 of a line that is of no record. */
  private seek(line: LineIndex): void {
    const { records } = this.log;
    const source = records.sources[records.sourceOfLine(line)];
    this.endRecord = source.firstRecord + source.records;
    this.endLine = source.firstLine + source.lines;
    this.record = records.recordOfLine(line) ?? -1;
  }

  /** A record without a time goes with the last one before it in its source. */
  private isWithin(record: RecordIndex): boolean {
    const { window } = this.question;
    if (window === undefined || (window.from === null && window.until === null)) return true;
    const { time, sources } = this.log.records;
    const { firstRecord } = sources[this.log.records.sourceOfRecord(record)];
    let from = Math.max(this.timedUpTo, firstRecord);
    if (firstRecord >= this.timedUpTo) this.within = false;
    for (; from <= record; from++) {
      if (!time.has(from)) continue;
      const own = time.nanosecondsAt(from) as bigint;
      this.within =
        (window.from === null || own >= window.from) && (window.until === null || own <= window.until);
    }
    this.timedUpTo = record + 1;
    return this.within;
  }
}

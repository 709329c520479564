import type { FirstLines } from '../formats/first-lines';
import type { Header } from '../formats/format';
import type { ReaderState } from '../formats/log-reader';
import type { ReaderDecision } from '../formats/reader-decision';
import { Level } from '../model/level';
import type { RecordRow, RecordTable } from '../model/record-table';
import type { LineIndex, SignatureId } from '../model/units';
import type { TemplateMiner } from '../templates/template-miner';
import type { ComponentNames } from './component-names';
import type { CutLine } from './line-texts';
import type { FirstText } from './record-cutter';
import type { RowTable } from './row-table';

/** Where rows go. */
export interface RecordSink {
  readonly records: RowTable;
  readonly miner: { signatureOf(bytes: Uint8Array, start: number, end: number, salt: number): SignatureId };
  readonly components: ComponentNames;
}

/** Where the rows of all sources of a session go. */
export interface SessionSink extends RecordSink {
  readonly records: RecordTable;
  readonly miner: TemplateMiner;
}

/** Turns the lines of one source into rows, once it is decided how they are read. */
export interface LineRows {
  readonly formatName: string;
  /** `bytes[start, end)` is valid only during the call; `hasEscape` is false only where no ESC is in it. */
  line(bytes: Uint8Array, start: number, end: number, offset: number, hasEscape: boolean): void;
  /** No line follows: what was held back becomes rows. */
  end(): void;
  /** Another one that stands where this one does and fills the same columns. */
  fork(referenceSeconds: number): LineRows;
  /**
   * What the lines so far leave behind; undefined (and no `resume`) where that is more than a state says: wrapped streams,
   * tables, learned corrections. Such a source is read in order only.
   */
  readonly state?: ReaderState | undefined;
  /** By which others read the same lines in the same way; undefined where `state` is. */
  readonly decision?: ReaderDecision | undefined;
  /** Goes on where others, by the same decision, stood. */
  resume?(state: ReaderState): void;
  /** Lines as the format inside sees them: without wrapper and ANSI sequences. */
  textsOf(lines: readonly CutLine[]): Uint8Array[];
  /** Reads first lines where they stand, for many of them; undefined where a text is not a part of its line. */
  readonly firstLines?: FirstLines | undefined;
  /** See `RereadSource`. */
  reread(lines: Iterable<CutLine>, header: Header): FirstText | undefined;
}

/** Filled anew for every record: one object each was a tenth of the time of reading, in garbage collection. */
const row: { -readonly [Key in keyof RecordRow]: RecordRow[Key] } = {
  firstLine: 0 as LineIndex,
  signature: 0 as SignatureId,
  seconds: Number.NaN,
  nanos: 0,
  level: Level.none,
  component: 0,
};

export function pushRecord(
  { records, miner }: RecordSink,
  header: Header,
  bytes: Uint8Array,
  firstLine: LineIndex,
  component: number,
): void {
  row.firstLine = firstLine;
  row.signature = miner.signatureOf(bytes, header.messageStart, header.messageEnd, header.salt);
  row.seconds = header.seconds;
  row.nanos = header.nanos;
  row.level = header.level;
  row.component = component;
  records.pushRecord(row);
}

/** White space and NULs (runs of them are what copytruncate leaves behind). */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] > 0x20) return false;
  return true;
}

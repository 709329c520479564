import { Level } from '../../model/level';
import type { Header, ReadContext } from '../format';
import type { LevelCorrection, TimeCorrection } from './format-correction';
import { LevelWords } from './level-meaning';
import type { LineBytes } from './line-edit';
import { type Find, finderOf } from './place';
import { shapeOfStamp } from './stamp-layout';
import { tokenEnd } from './token-end';

/** A column that a correction reads, and what is put in its place for the formats. */
export interface ColumnEdit {
  /** The stretch found last. */
  readonly from: number;
  readonly to: number;
  readonly replacement: Uint8Array;
  find(line: LineBytes): boolean;
  /** Puts the value found last into the header. */
  apply(header: Header): void;
}

const encoder = new TextEncoder();
/** A moment that all formats read as one. */
const knownStamp = encoder.encode('2026-01-02 03:04:05');

export class TimeEdit implements ColumnEdit {
  from = 0;
  to = 0;
  readonly replacement = knownStamp;
  private readonly instant = { seconds: 0, nanos: 0 };
  private readonly search: Find;

  /** Throws where the stamp or its place is none. */
  constructor(
    { stamp, place }: TimeCorrection,
    private readonly context: ReadContext,
    private readonly shape = shapeOfStamp(stamp),
  ) {
    if (shape === undefined) throw new Error(`no time stamp: ${stamp}`);
    this.search = finderOf(place, (bytes, pos, end) => this.stampEnd(bytes, pos, end), context);
  }

  find({ bytes, start, end }: LineBytes): boolean {
    this.from = this.search(bytes, start, end);
    return this.from >= 0;
  }

  apply(header: Header): void {
    header.seconds = this.instant.seconds;
    header.nanos = this.instant.nanos;
  }

  private stampEnd(bytes: Uint8Array, pos: number, end: number): number {
    this.to = this.shape?.parse(bytes, pos, end, this.instant, this.context) ?? -1;
    return this.to;
  }
}

const levelWords: Readonly<Record<Level, Uint8Array>> = {
  [Level.none]: encoder.encode('INFO'),
  [Level.trace]: encoder.encode('TRACE'),
  [Level.debug]: encoder.encode('DEBUG'),
  [Level.info]: encoder.encode('INFO'),
  [Level.warn]: encoder.encode('WARN'),
  [Level.error]: encoder.encode('ERROR'),
  [Level.fatal]: encoder.encode('FATAL'),
};

export class LevelEdit implements ColumnEdit {
  from = 0;
  to = 0;
  private level: Level = Level.none;
  private readonly search: Find;
  private readonly words: LevelWords;

  constructor({ place, until, words }: LevelCorrection, context: ReadContext) {
    this.words = new LevelWords(words);
    const end = tokenEnd(until);
    this.search = finderOf(
      place,
      (bytes, pos, lineEnd) => this.levelEnd(bytes, pos, end(bytes, pos, lineEnd)),
      context,
    );
  }

  get replacement(): Uint8Array {
    return levelWords[this.level];
  }

  /** A word that means no level we know is left as it stands: the line may be no record's. */
  find({ bytes, start, end }: LineBytes): boolean {
    this.from = this.search(bytes, start, end);
    return this.from >= 0;
  }

  apply(header: Header): void {
    header.level = this.level;
  }

  private levelEnd(bytes: Uint8Array, pos: number, end: number): number {
    this.level = end < 0 ? Level.none : this.words.levelOf(bytes, pos, end);
    this.to = end;
    return this.level === Level.none ? -1 : end;
  }
}

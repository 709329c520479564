import { Level } from '../../model/level';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, RecordIndex, SourceIndex } from '../../model/units';
import { type FailureWords, failureScore, traceScore, type WordedFailure } from './line-evidence';
import { blankWording, type LineWordings } from './line-wordings';

/** What is known of a line of the bad log before its neighbours are looked at. */
export const Mark = {
  /** Holds nothing. */
  blank: 0,
  /** A good log has it, or it is not asked about. */
  known: 1,
  /** New, and no part of an explanation: its level says all was well, or it is a bare verdict. */
  barred: 2,
  /** New, and nothing in it tells of a failure. */
  plain: 3,
  /** New, and tells of a failure. */
  telling: 4,
} as const;
export type Mark = (typeof Mark)[keyof typeof Mark];

/** Written by one call: a message of several lines, each with a header of its own, comes within so many milliseconds. */
const atOnceMs = 20;

/** What the lines of the bad log are held against. */
export interface LineKnowledge {
  readonly wordings: LineWordings;
  readonly words: FailureWords;
  /** Whether a line is nothing new: a good log has it, or good logs differ in such lines themselves. */
  isKnown(line: LineIndex): boolean;
}

/** Columns over the lines of the bad log, from 0: mark, level and score, 7 bytes a line. */
export class BadLines {
  readonly first: LineIndex;
  readonly count: number;
  private readonly marks: Uint8Array;
  private readonly levels: Uint8Array;
  private readonly scores: Float32Array;
  /** 1 where the line goes on with the record before it by its looks: indented, or of a stack trace. */
  private readonly attached: Uint8Array;

  constructor(
    private readonly records: RecordTable,
    private readonly source: SourceIndex,
    private readonly knowledge: LineKnowledge,
  ) {
    const { firstLine, lines } = records.sources[source];
    this.first = firstLine;
    this.count = lines;
    this.marks = new Uint8Array(lines);
    this.levels = new Uint8Array(lines);
    this.scores = new Float32Array(lines);
    this.attached = new Uint8Array(lines);
    this.judgeLines();
    this.markTraces();
  }

  lineIndex(line: number): LineIndex {
    return (this.first + line) as LineIndex;
  }

  mark(line: number): Mark {
    return this.marks[line] as Mark;
  }

  isNew(line: number): boolean {
    return this.marks[line] >= Mark.barred;
  }

  /** The record's, of lines that clearly belong to it; `none` of others that stand behind it. */
  level(line: number): Level {
    return this.levels[line] as Level;
  }

  /** What the line tells of a failure, 0 to 1. */
  score(line: number): number {
    return this.scores[line];
  }

  isAttached(line: number): boolean {
    return this.attached[line] === 1;
  }

  /** In a box, or behind a gutter: it goes on with what stands before it, and in a box with the line above. */
  isDrawn(line: number): boolean {
    return this.knowledge.wordings.isDrawn(this.lineIndex(line));
  }

  wordsOf(line: number): WordedFailure {
    return this.knowledge.words.of(this.knowledge.wordings.at(this.lineIndex(line)));
  }

  /** Whether a line came with the one before in one go, as far as times tell. */
  cameAtOnce(line: number): boolean {
    const { records } = this;
    const here = records.recordOfLine(this.lineIndex(line));
    const before = records.recordOfLine(this.lineIndex(line - 1));
    if (here === undefined || before === undefined || here === before) return true;
    const gap = records.time.millis(here) - records.time.millis(before);
    return Number.isNaN(gap) || Math.abs(gap) <= atOnceMs;
  }

  private judgeLines(): void {
    const { records } = this;
    const { firstRecord, records: count } = records.sources[this.source];
    let record = firstRecord - 1;
    for (let line = 0; line < this.count; line++) {
      const index = this.lineIndex(line);
      const begins = record + 1 < firstRecord + count && records.firstLine.get(record + 1) === index;
      if (begins) record++;
      const isAttached = !begins && line > 0 && this.knowledge.wordings.isContinued(index);
      if (isAttached) this.attached[line] = 1;
      const belongs = record >= firstRecord && (begins || isAttached);
      this.levels[line] = belongs ? records.levelAt(record as RecordIndex) : Level.none;
      this.judge(line);
    }
  }

  private judge(line: number): void {
    const index = this.lineIndex(line);
    if (this.knowledge.wordings.at(index) === blankWording) return;
    const words = this.wordsOf(line);
    const level = this.level(line);
    this.scores[line] = failureScore(level, words);
    if (this.knowledge.isKnown(index)) this.marks[line] = Mark.known;
    else if (words.isBareVerdict && !this.isExplained(line)) this.marks[line] = Mark.barred;
    else if (this.scores[line] > 0) this.marks[line] = Mark.telling;
    else this.marks[line] = level === Level.none ? Mark.plain : Mark.barred;
  }

  /** A verdict with something attached to it is no bare one: what went wrong stands there. */
  private isExplained(line: number): boolean {
    const { wordings } = this.knowledge;
    const next = this.lineIndex(line + 1);
    if (line + 1 >= this.count || wordings.at(next) === blankWording) return false;
    const goesOn = this.records.recordOfLine(next) === this.records.recordOfLine(this.lineIndex(line));
    return goesOn && wordings.isContinued(next);
  }

  /** A line with a stack trace behind it that no good log has tells of a failure, whatever its words. */
  private markTraces(): void {
    let head = -1;
    for (let line = 0; line < this.count; line++) {
      if (this.marks[line] === Mark.blank) continue;
      if (this.attached[line] === 0) head = line;
      else if (
        head >= 0 &&
        this.marks[head] === Mark.plain &&
        this.isNew(line) &&
        this.wordsOf(line).isFrame
      ) {
        this.marks[head] = Mark.telling;
        this.scores[head] = traceScore;
      }
    }
  }
}

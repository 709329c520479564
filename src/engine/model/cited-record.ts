import type { LineNumber, SourceIndex } from './units';

/** A line as a reader sees it in a log of several files. */
export interface LineInFile {
  readonly source: SourceIndex;
  /** As it stands beside its lines in the editor; whoever named the file may have put anything into it. */
  readonly name: string;
  readonly line: LineNumber;
}

/** What a claim about a line is held against. */
export interface CitedRecord {
  readonly firstLine: LineNumber;
  readonly lastLine: LineNumber;
  /** Of a log of several files: where its first line stands. */
  readonly file?: LineInFile | undefined;
  /** All of its lines, at most 64 KiB of UTF-16, without ANSI sequences and control characters. */
  readonly text: string;
  /** Constant words of its template, and values of its parameters. */
  readonly templateWords: readonly string[];
  readonly parameters: readonly string[];
}

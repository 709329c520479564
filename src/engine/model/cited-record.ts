import type { LineNumber } from './units';

/** What a claim about a line is held against. */
export interface CitedRecord {
  readonly firstLine: LineNumber;
  readonly lastLine: LineNumber;
  /** All of its lines, at most 64 KiB of UTF-16, without ANSI sequences and control characters. */
  readonly text: string;
  /** Constant words of its template, and values of its parameters. */
  readonly templateWords: readonly string[];
  readonly parameters: readonly string[];
}

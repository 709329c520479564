import type { Column, TextStyle } from './log-lines';

/** The conversation between the extension host and the thread that shows a log's text otherwise, line by line. */
export interface TextViewsApi {
  /** Where the escapes of each line stand and what they say; UTF-16 units of the line as it is written. */
  ansiOf(lines: readonly string[]): readonly AnsiLine[];
  /** Without ANSI escapes; every line stays a line. */
  withoutAnsi(text: string): string;
  /** Fields of its lines of JSON and logfmt, in the order columns stand in; none where it has no such lines. */
  fieldsOf(text: string): readonly FieldChoice[];
  /** These fields as columns, as wide as what its lines hold. */
  columnsOf(request: { readonly text: string; readonly fields: readonly string[] }): readonly Column[];
  /** As aligned columns of these fields; every line stays a line. */
  asColumns(request: { readonly text: string; readonly fields: readonly string[] }): string;
}

export interface AnsiLine {
  readonly escapes: readonly { readonly start: number; readonly length: number }[];
  readonly styles: readonly TextStyle[];
}

export interface FieldChoice {
  readonly name: string;
  /** Lines that have it, among those looked at. */
  readonly count: number;
  /** Whether it is a column where nobody chose. */
  readonly isUsual: boolean;
}

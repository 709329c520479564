/** One change of a document, in the lines and characters before it; 0-based, as VS Code tells them. */
export interface LineEdit {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly insertedLineEnds: number;
  /** `lines`: the inserted text ends with a line end. */
  readonly inserts: 'nothing' | 'lines' | 'part of a line';
}

export interface TextChange {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

export function lineEdit({ range, text }: TextChange): LineEdit {
  const wholeLines = text.endsWith('\n') || text.endsWith('\r');
  return {
    startLine: range.start.line,
    startCharacter: range.start.character,
    endLine: range.end.line,
    endCharacter: range.end.character,
    insertedLineEnds: text.match(/\r\n|\r|\n/g)?.length ?? 0,
    inserts: text === '' ? 'nothing' : wholeLines ? 'lines' : 'part of a line',
  };
}

/** The end of a document after a change: a log that only grew had text put in there, and nothing taken away. */
export function isAppended(
  change: TextChange,
  after: { readonly lineCount: number; readonly lastLineLength: number },
): boolean {
  const { start, end } = change.range;
  if (start.line !== end.line || start.character !== end.character) return false;
  const lines = change.text.split(/\r\n|\r|\n/);
  const last = lines[lines.length - 1].length + (lines.length === 1 ? start.character : 0);
  return start.line + lines.length === after.lineCount && last === after.lastLineLength;
}

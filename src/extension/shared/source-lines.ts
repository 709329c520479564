import type { LineNumber, SourceIndex } from '../../engine/model/units';
import type { ViewLine } from '../../protocol/log-lines';

/** A line in one of a log's files. */
export interface SourcePlace {
  readonly source: SourceIndex;
  readonly line: LineNumber;
}

/** `sourceLines`: how many lines each file has. Behind the last line of all it goes on in the last file, which may have grown. */
export function sourcePlaceOf(viewLine: ViewLine, sourceLines: readonly number[]): SourcePlace {
  let before = 0;
  const last = sourceLines.length - 1;
  for (let source = 0; source < last; source++) {
    const lines = sourceLines[source];
    if (viewLine < before + lines) return place(source, viewLine - before);
    before += lines;
  }
  return place(Math.max(0, last), viewLine - before);
}

export function viewLineOf({ source, line }: SourcePlace, sourceLines: readonly number[]): ViewLine {
  const before = sourceLines.slice(0, source).reduce((sum, lines) => sum + lines, 0);
  return (before + line - 1) as ViewLine;
}

function place(source: number, index: number): SourcePlace {
  return { source: source as SourceIndex, line: (index + 1) as LineNumber };
}

import type { FilterClause } from '../../engine/filter/filter';
import type { ShownLinesRequest } from '../../protocol/line-facts';
import type { ViewLine } from '../../protocol/log-lines';
import type { LinePlace, Reading } from '../../protocol/reading';
import type { AnalysedLog } from './analyses';

/** What of a reading decides which rows are shown. */
export type Showing = Pick<
  Reading,
  'filter' | 'noise' | 'unfolded' | 'unfoldedTemplates' | 'bookmarks' | 'clockOffsets'
>;

/** What the request needs of the log as it is by now. */
export interface ShownLog {
  readonly lines: number;
  /** By source. */
  readonly sourceLines: readonly number[];
}

export function enabledClauses({ filter }: Pick<Reading, 'filter'>): readonly FilterClause[] {
  return filter.clauses.filter(({ enabled }) => enabled);
}

/** Colours, columns and notes hide nothing. */
export function showsOther(former: Showing, reading: Showing): boolean {
  const deciding = ['filter', 'noise', 'unfolded', 'unfoldedTemplates', 'bookmarks', 'clockOffsets'] as const;
  return deciding.some((part) => former[part] !== reading[part]);
}

export function hidesNothing(reading: Showing): boolean {
  return reading.noise === 0 && enabledClauses(reading).length === 0;
}

/** Whether only a log that was analysed can answer it: the dial and most clauses ask for records. */
export function needsRecords(reading: Showing): boolean {
  if (reading.noise > 0) return true;
  return enabledClauses(reading).some(({ test }) => test.kind !== 'search' && test.kind !== 'bookmark');
}

export function shownRequest(
  reading: Showing,
  log: ShownLog,
  searched: readonly ArrayBuffer[],
  analysed: AnalysedLog | undefined,
): ShownLinesRequest {
  const starts = sourceStarts(log.sourceLines);
  const lineOf = ({ source, line }: Pick<LinePlace, 'source' | 'line'>) =>
    ((starts[source] ?? 0) + line - 1) as ViewLine;
  // Those that nobody called normal.
  const findings = analysed?.findings ?? [];
  return {
    filter: reading.filter,
    lines: log.lines,
    searched,
    // The extension's reports count lines through all files already (lines-through-all.ts).
    findings: findings.map(({ line, severity }) => ({ line: (line - 1) as ViewLine, severity })),
    bookmarkLines: reading.bookmarks.map(lineOf),
    noise: reading.noise,
    unfolded: reading.unfolded.map(lineOf),
    unfoldedTemplates: reading.unfoldedTemplates,
  };
}

/** The line of the view each source begins on. */
function sourceStarts(sourceLines: readonly number[]): readonly number[] {
  let next = 0;
  return sourceLines.map((lines) => {
    const start = next;
    next += lines;
    return start;
  });
}

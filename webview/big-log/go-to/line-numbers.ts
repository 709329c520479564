import type { LinesProgress, ViewLine } from '../../../src/protocol/log-lines';

/** `1204`, `1,204`, `:1204`; null for what is no line's number. */
export function lineNumberOf(text: string): number | null {
  const digits = text.replace(/^:/, '').replaceAll(/[,_\s]/g, '');
  return /^\d{1,12}$/.test(digits) ? Math.max(1, Number(digits)) : null;
}

/** A line by its number in a source; past the source's end its last. */
export function viewLineOf(number: number, source: number, progress: LinesProgress): ViewLine {
  const before = progress.sourceLines.slice(0, source).reduce((sum, lines) => sum + lines, 0);
  const isLast = source >= progress.sourceLines.length - 1;
  const most = isLast ? progress.estimatedLines - before : progress.sourceLines[source];
  return (before + Math.min(number, Math.max(1, most)) - 1) as ViewLine;
}

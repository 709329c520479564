import type { LineEdit } from './line-edits';

/** Lines `first` to `last` of the analysed text, whole since then, `by` further down now; 1-based. */
interface Segment {
  readonly first: number;
  readonly last: number;
  readonly by: number;
}

/** An event with more edits than this (replace all) counts as one from the first to the last: looking at each is slow. */
const maxEditsAtOnce = 500;

/**
 * Where the lines of the analysed text are now, edited since. Lines an edit touched are nowhere.
 *
 * Segments in order; an edit cuts at most one in two, and typing in a line that was touched before cuts none, so
 * there are as many as places were edited. Findings are translated by it when they are shown: rewriting every
 * finding with its evidence at each key stroke took 130 ms for 20,000.
 */
export class LineMap {
  static readonly unedited = new LineMap([{ first: 1, last: Number.POSITIVE_INFINITY, by: 0 }]);

  private constructor(private readonly segments: readonly Segment[]) {}

  /** The same map when no line moved or was touched for the first time. `edits` of one event: they never overlap, and each tells its lines as they were before all of them. */
  after(edits: readonly LineEdit[]): LineMap {
    if (edits.length === 0) return this;
    const few = edits.length > maxEditsAtOnce ? [spanning(edits)] : edits;
    const bottomUp = few.toSorted((a, b) => b.startLine - a.startLine || b.startCharacter - a.startCharacter);
    const segments = bottomUp.reduce(afterEdit, this.segments);
    const same =
      segments.length === this.segments.length && segments.every((one, i) => one === this.segments[i]);
    return same ? this : new LineMap(segments);
  }

  lineNow(line: number): number | undefined {
    const segment = this.segmentOf(line);
    return segment && line + segment.by;
  }

  /** By how many lines `line` to `endLine` moved, or undefined when an edit touched one of them. */
  moved(line: number, endLine: number): number | undefined {
    const segment = this.segmentOf(line);
    return segment && endLine <= segment.last ? segment.by : undefined;
  }

  private segmentOf(line: number): Segment | undefined {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.segments[middle].last < line) low = middle + 1;
      else high = middle;
    }
    const segment = this.segments[low];
    return segment && segment.first <= line ? segment : undefined;
  }
}

function afterEdit(segments: readonly Segment[], edit: LineEdit): readonly Segment[] {
  const firstTouched = edit.startLine + 1;
  const lastTouched = keepsEndLine(edit) ? edit.endLine : edit.endLine + 1;
  const by = edit.insertedLineEnds - (edit.endLine - edit.startLine);
  if (by === 0 && lastTouched < firstTouched) return segments;
  return segments.flatMap((segment) => {
    const lastAbove = firstTouched - 1 - segment.by;
    const firstBelow = lastTouched + 1 - segment.by;
    if (segment.last <= lastAbove || (segment.first >= firstBelow && by === 0)) return [segment];
    const above = { ...segment, last: lastAbove };
    const below = { ...segment, first: Math.max(segment.first, firstBelow), by: segment.by + by };
    return [above, below].filter(({ first, last }) => first <= last);
  });
}

/** Whether the line the edit ends on stays whole: at its very start, with whole lines put in or taken out above it. */
function keepsEndLine(edit: LineEdit): boolean {
  if (edit.endCharacter !== 0) return false;
  return edit.inserts === 'lines' || (edit.inserts === 'nothing' && edit.startCharacter === 0);
}

function spanning(edits: readonly LineEdit[]): LineEdit {
  let [startLine, endLine, by] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const edit of edits) {
    startLine = Math.min(startLine, edit.startLine);
    endLine = Math.max(endLine, edit.endLine);
    by += edit.insertedLineEnds - (edit.endLine - edit.startLine);
  }
  const insertedLineEnds = endLine - startLine + by;
  return {
    startLine,
    startCharacter: 0,
    endLine,
    endCharacter: 1,
    insertedLineEnds,
    inserts: 'part of a line',
  };
}

import { alignedRow, cellsOf } from '../../engine/columns/columns';
import type { LineNumber, SourceIndex } from '../../engine/model/units';
import {
  type LinesPage,
  mostRowChars,
  type PageRequest,
  type PageRow,
  type Row,
  type ViewLine,
} from '../../protocol/log-lines';
import { shownText, spanOfLine } from './line-text';
import type { RowMap } from './row-map';
import type { LinePosition, ViewText } from './view-text';

const mostRows = 2000;

/** A page of all lines, also of those that are not indexed. Throws InputError `shrunk`. */
export function pageOfAll(text: ViewText, request: PageRequest): LinesPage {
  const shown = positionsOf(text, request);
  return {
    firstRow: (shown[0]?.line ?? text.estimatedLines) as Row,
    exact: shown[0]?.exact ?? text.isIndexed,
    totalRows: text.estimatedLines,
    rows: shown.map((position) => asColumns(rowAt(text, position), request)),
  };
}

/** A page of what a filter, folds and an order leave. Throws InputError `shrunk`. */
export function pageOfShown(text: ViewText, map: RowMap, request: PageRequest): LinesPage {
  const { before, rows } = limited(request);
  const start = Math.min(map.rows, startRow(map, request));
  const firstRow = Math.max(0, start - before);
  const page: PageRow[] = [];
  for (let row = firstRow; row < Math.min(map.rows, start + rows); row++) {
    const line = map.lineOfRow(row) as number;
    const position = text.positionOfLine(line);
    if (position === undefined) continue;
    const shown = { fold: map.foldAt(line), isContext: map.isContext(line) };
    const place = map.isOrdered ? { place: map.placeOfLine(line) as number } : {};
    page.push({ ...asColumns(rowAt(text, position), request), ...shown, ...place });
  }
  return { firstRow: firstRow as Row, exact: true, totalRows: map.rows, rows: page };
}

function asColumns(row: PageRow, { columns = [] }: PageRequest): PageRow {
  if (columns.length === 0 || row.cutBytes > 0) return row;
  const names = columns.map(({ name }) => name);
  const cells = cellsOf(row.text, names);
  if (cells === undefined) return row;
  return { ...row, cells, text: alignedRow(cells, columns), styles: [] };
}

function positionsOf(text: ViewText, request: PageRequest): LinePosition[] {
  const { before, rows } = limited(request);
  const start = startOf(text, request);
  if (start !== undefined) return around(text, start, before, rows);
  const last = lastOf(text);
  return last === undefined || before === 0 ? [] : around(text, last, before - 1, 1);
}

function limited({ before, rows }: PageRequest): { readonly before: number; readonly rows: number } {
  return { before: Math.min(Math.max(0, before), mostRows), rows: Math.min(Math.max(0, rows), mostRows) };
}

function startRow(map: RowMap, { start }: PageRequest): number {
  if (start.kind === 'row') return Math.max(0, start.row);
  if (start.kind === 'line') return map.rowOfLine(start.line);
  return start.kind === 'share' ? Math.floor(start.share * map.rows) : map.rows;
}

/** Undefined: the end. */
function startOf(text: ViewText, { start }: PageRequest): LinePosition | undefined {
  if (start.kind === 'row') return text.positionOfLine(Math.max(0, start.row));
  if (start.kind === 'line') return text.positionOfLine(Math.max(0, start.line));
  return start.kind === 'share' ? text.positionOfByte(Math.floor(start.share * text.bytes)) : undefined;
}

function lastOf(text: ViewText): LinePosition | undefined {
  const last = text.positionOfByte(text.bytes - 1);
  return last === undefined || last.exact ? last : { ...last, line: text.estimatedLines - 1 };
}

/** So many lines before the anchor, and so many from it on. */
function around(text: ViewText, anchor: LinePosition, before: number, rows: number): LinePosition[] {
  const positions: LinePosition[] = [];
  let previous = text.previous(anchor);
  while (previous !== undefined && positions.length < before) {
    positions.unshift(previous);
    previous = text.previous(previous);
  }
  let next: LinePosition | undefined = anchor;
  for (let i = 0; i < rows && next !== undefined; i++) {
    positions.push(next);
    next = text.next(next);
  }
  return positions;
}

function rowAt(text: ViewText, { source, offset, line, lineInSource, exact }: LinePosition): PageRow {
  const from = text.sources[source];
  const shown = shownText(from, spanOfLine(from, offset), mostRowChars);
  return {
    line: line as ViewLine,
    exact,
    source: source as SourceIndex,
    number: (lineInSource + 1) as LineNumber,
    text: shown.text,
    styles: shown.styles,
    cutBytes: from.readable ? shown.cutBytes : 0,
    fold: null,
    isContext: false,
    ...(from.readable ? {} : { unreadable: true }),
  };
}

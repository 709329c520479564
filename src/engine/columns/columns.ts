import { fieldsOfLine } from './line-fields';

/** A longer value is cut, but for the last column's. */
const widest = 36;
const gap = '  ';

/** A field as a column, in cells of a fixed-width font. */
export interface Column {
  readonly name: string;
  readonly width: number;
}

/**
 * Lines of JSON and logfmt as aligned columns of the fields named, the last as long as it is; other lines, and those that have none of the
 * fields, as they are. As many lines come out as go in.
 */
export function asColumns(lines: readonly string[], fields: readonly string[]): readonly string[] {
  const rows = lines.map((line) => cellsOf(line, fields));
  const widths = fields.map((_, column) => widthOf(rows, column));
  return rows.map((row, index) => (row ? aligned(row, widths) : lines[index]));
}

/** Columns that stay as wide as they are: wide enough for their names and for most of what these lines hold. */
export function columnsOf(lines: readonly string[], fields: readonly string[]): readonly Column[] {
  const rows = lines.map((line) => cellsOf(line, fields));
  return fields.map((name, column) => ({
    name,
    width: Math.min(widest, Math.max(cells(name), widthOf(rows, column))),
  }));
}

/** Values, or names, side by side as wide as their columns. */
export function alignedRow(values: readonly string[], columns: readonly Column[]): string {
  return aligned(
    values.map(onOneLine),
    columns.map(({ width }) => width),
  );
}

/** What the fields named hold in a line; undefined where it is none of JSON or logfmt, or has none of them. */
export function cellsOf(line: string, names: readonly string[]): readonly string[] | undefined {
  const fields = fieldsOfLine(line);
  if (!fields) return undefined;
  const values = new Map(fields.map(({ name, value }) => [name, value]));
  const row = names.map((name) => onOneLine(values.get(name) ?? ''));
  return row.some((value) => value !== '') ? row : undefined;
}

/** A line end in a value would make two lines of one; VS Code draws other controls itself. */
function onOneLine(value: string): string {
  return value.replace(/\r\n|[\r\n]/g, '␤').replace(/\t/g, ' ');
}

function widthOf(rows: readonly (readonly string[] | undefined)[], column: number): number {
  let width = 1;
  for (const row of rows) if (row) width = Math.max(width, cells(row[column]));
  return Math.min(width, widest);
}

function aligned(row: readonly string[], widths: readonly number[]): string {
  const last = row.length - 1;
  const parts = row.map((value, column) => (column === last ? value : padded(value, widths[column])));
  return parts.join(gap).trimEnd();
}

function padded(value: string, width: number): string {
  const used = cells(value);
  if (used <= width) return value + ' '.repeat(width - used);
  let cut = '';
  let taken = 0;
  for (const char of value) {
    taken += cells(char);
    if (taken > width - 1) break;
    cut += char;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - cells(cut)))}`;
}

/** Chinese, Japanese and Korean take two cells of a fixed-width font each (Unicode Standard Annex 11, wide and full width). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

function cells(text: string): number {
  // Most values are ASCII.
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += wide.test(char) ? 2 : 1;
  return width;
}

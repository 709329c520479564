import Papa from 'papaparse';
import { wellFormed } from './written-text';

/**
 * What spreadsheets take for the beginning of a formula, with tab, CR, LF and full-width forms (OWASP, "CSV Injection"), behind
 * any number of apostrophes: so the guard can be taken off again without doubt.
 */
const guarded = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell of text from a log, which anybody may have written: an apostrophe before what a spreadsheet would run. `textOfCell`
 * takes it off; `-` alone and list items get one, too.
 */
export function textCell(text: string): string {
  const cell = wellFormed(text);
  return guarded.test(cell) ? `'${cell}` : cell;
}

export function textOfCell(cell: string): string {
  return cell.startsWith("'") && guarded.test(cell) ? cell.slice(1) : cell;
}

/** Cells as RFC 4180 has them, without the end of their row. */
export function csvCells(cells: readonly (string | number)[]): string {
  return Papa.unparse([cells as (string | number)[]], { newline: '\n' });
}

/** A row ends with LF: pandas, Python's csv and spreadsheets all take it. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${csvCells(cells)}\n`;
}

/** Cells of one row, or undefined where its quotes are not as they should be. */
export function cellsOf(row: string): readonly string[] | undefined {
  const { data, errors } = Papa.parse<string[]>(row, { delimiter: ',', newline: '\n', header: false });
  return errors.length > 0 || data.length !== 1 ? undefined : data[0];
}

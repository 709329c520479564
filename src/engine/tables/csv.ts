import Papa from 'papaparse';
import { dateOrderOf } from '../formats/date-order';
import type { ReadContext } from '../formats/format';
import { CsvAssembly } from './csv-assembly';
import { bareTable, namedTable, type Row } from './csv-table';
import { RowScanner } from './row-scanner';

/** Text looked at to find the delimiter. */
const sniffedBytes = 64 << 10;
/** Rows looked at to find what the columns are for. */
const mostRows = 500;
const delimiters = [',', '\t', ';', '|'];

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * How the lines of a source are put together where they are a delimited table: CSV, TSV and their kin, with a row of names, or without
 * where a column of times and an even width say enough. Undefined for any other text.
 */
export function recogniseCsv(head: readonly Uint8Array[], given: ReadContext): CsvAssembly | undefined {
  const first = head.findIndex((line) => !isPreamble(line));
  const lines = head.slice(Math.max(0, first));
  const delimiter = delimiterOf(lines);
  if (first < 0 || delimiter === undefined) return undefined;
  const context = {
    ...given,
    dayFirst: given.dayFirst ?? dateOrderOf(lines, given.referenceSeconds)?.dayFirst,
  };
  const rows = rowsOf(lines, delimiter.charCodeAt(0));
  const named = namedTable(rows, delimiter, context);
  if (named !== undefined) return new CsvAssembly(named, lines[0], context);
  const bare = bareTable(rows, lines, delimiter, context);
  return bare && new CsvAssembly(bare, undefined, context);
}

/** Blank lines, and what stands before the names: PowerShell's `#TYPE …`, Excel's `sep=;`. */
function isPreamble(line: Uint8Array): boolean {
  const text = decoder.decode(line.subarray(0, 8));
  return text.trim() === '' || text.startsWith('#') || text.startsWith('sep=');
}

function delimiterOf(lines: readonly Uint8Array[]): string | undefined {
  let text = '';
  for (const line of lines) {
    if (text.length > sniffedBytes) break;
    text += `${decoder.decode(line)}\n`;
  }
  const { meta, errors } = Papa.parse(text, { preview: 100, newline: '\n', delimitersToGuess: delimiters });
  return errors.some(({ code }) => code === 'UndetectableDelimiter') ? undefined : meta.delimiter;
}

/**
 * Cuts the head's lines into rows. A field that is still open at a line's end goes on in the next, unless that is as wide
 * as the first row by itself: then the quote was none.
 */
function rowsOf(lines: readonly Uint8Array[], delimiter: number): Row[] {
  const scanner = new RowScanner();
  const rows: Row[] = [];
  let held = '';
  for (const line of lines) {
    if (rows.length >= mostRows) break;
    if (line.length === 0 && held === '') continue;
    scanner.scan(line, 0, line.length, delimiter);
    const alone = held === '' || (!scanner.open && scanner.count === rows[0]?.length);
    const bytes = alone ? line : encoder.encode(held + decoder.decode(line));
    if (!alone) scanner.scan(bytes, 0, bytes.length, delimiter);
    held = scanner.open && bytes.length < sniffedBytes ? `${decoder.decode(bytes)}\n` : '';
    if (held === '') rows.push(fieldsOf(scanner, bytes));
  }
  return rows;
}

function fieldsOf({ starts, ends, count }: RowScanner, bytes: Uint8Array): Row {
  return Array.from({ length: count }, (_, i) => decoder.decode(bytes.subarray(starts[i], ends[i])));
}

import type { Cell, DataTable } from '../shown';

/** RFC 4180, with a byte-order mark so that spreadsheets read Chinese as it is. Numbers are plain. */
export function csvOf({ columns, rows }: DataTable): string {
  const lines = [columns.map(({ title }) => field(title)), ...rows.map((row) => row.map(field))];
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** What begins like a formula would be one in a spreadsheet, and log text is anybody's: an apostrophe keeps it text. */
function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

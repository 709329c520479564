import { grouped } from '../../../src/protocol/sentence';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Cell, DataTable, TableColumn } from '../shown';

/** More rows than a person reads; all of them are in the CSV. */
const mostRows = 500;

/** The table behind a chart, and in a report. */
export function tableElement({ title, columns, rows }: DataTable, most = mostRows): HTMLTableElement {
  const head = element('tr', {}, ...columns.map((column) => headCell(column)));
  const body = rows
    .slice(0, most)
    .map((row) => element('tr', {}, ...row.map((cell, i) => bodyCell(cell, columns[i]))));
  const table = element(
    'table',
    { class: 'data-table' },
    element('caption', {}, captionOf(title, rows.length, most)),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
  return table;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return Number.isSafeInteger(cell) ? grouped(cell) : String(Number(cell.toPrecision(4)));
}

function headCell({ title, kind }: TableColumn): HTMLElement {
  return element('th', { scope: 'col', class: kind }, title);
}

function bodyCell(cell: Cell, { kind }: TableColumn): HTMLElement {
  return element('td', { class: kind }, cellText(cell));
}

function captionOf(title: string, rows: number, most: number): string {
  return rows <= most
    ? title
    : tell('{0} (the first {1} of {2} rows; all are in the CSV)', title, most, rows);
}

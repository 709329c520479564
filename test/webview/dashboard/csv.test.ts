import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf } from '../../../webview/dashboard/export/csv';

const columns = [
  { title: 'what, exactly', kind: 'text' as const },
  { title: 'count', kind: 'number' as const },
];

test('another program reads back what was written', () => {
  const rows = [
    ['a "quoted", text', 1234],
    ['two\r\nlines', 0.5],
    ['', null],
  ] as const;
  const text = csvOf({ title: 't', columns, rows });
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(Papa.parse<string[]>(text.slice(1).trimEnd()).data).toEqual([
    ['what, exactly', 'count'],
    ['a "quoted", text', '1234'],
    ['two\r\nlines', '0.5'],
    ['', ''],
  ]);
});

test.for(['=1+1', '+cmd', '-2', '@SUM(A1)', '\tx'])('%s is no formula in a spreadsheet', (value) => {
  expect(csvOf({ title: 't', columns, rows: [[value, 1]] })).toContain(`'${value}`);
});

import { expect, test } from 'vitest';
import type { LineNumber } from '../../../src/engine/model/units';
import { groupedRows, notCompared } from '../../../src/extension/templates-tree/grouped-rows';
import type { Order, TopRow } from '../../../src/extension/templates-tree/rows';
import { analysedLog, template } from '../analysed-log';

const at = (firstLine: number) => ({ firstLine: firstLine as LineNumber });
const pier = analysedLog(
  [],
  {},
  {
    templates: [
      template(1, { pattern: 'ferry left', count: 40, rarity: 0.1, ...at(3) }),
      template(2, { pattern: 'boat departed', count: 30, rarity: 0.2, ...at(1) }),
      template(3, { pattern: 'ticket sold', count: 50, rarity: 0, ...at(2) }),
      template(4, { pattern: 'ship sailed', count: 2, rarity: 0.9, ...at(9) }),
      template(5, { pattern: 'rope tore', count: 3, rarity: 0.8, ...at(5) }),
    ],
  },
);
const leaving = ['boat departed', 'ferry left', 'ship sailed'];
const groups = [leaving, ['ticket sold'], ['rope tore']];

/** Ids of the templates, those of a group in brackets. */
const shown = (rows: readonly TopRow[]) =>
  rows.map((row) =>
    row.kind === 'group' ? `(${row.rows.map((one) => one.templateId).join(' ')})` : `${row.templateId}`,
  );

const orders: readonly { readonly order: Order; readonly rows: readonly string[] }[] = [
  { order: 'count', rows: ['(1 2 4)', '3', '5'] },
  { order: 'rarity', rows: ['(4 2 1)', '5', '3'] },
  { order: 'first-seen', rows: ['(2 1 4)', '3', '5'] },
];

test.each(orders)('by $order, a group stands where its lines together would', ({ order, rows }) => {
  expect(shown(groupedRows(pier, groups, order))).toEqual(rows);
});

test('a group is called by its most central template, whatever the order', () => {
  const [group] = groupedRows(pier, groups, 'count');
  expect(group).toMatchObject({ kind: 'group', central: { pattern: 'boat departed' } });
});

test('a template leads back to its group, and one alone stands at the top', () => {
  const [group, alone] = groupedRows(pier, groups, 'count');
  const members = group.kind === 'group' ? group.rows : [];
  expect(members.map(({ parent }) => parent)).toEqual([group, group, group]);
  expect(alone).toMatchObject({ kind: 'template', parent: undefined });
});

test('of a group of which corrections or another run left one, that one is alone', () => {
  const [, , ticket] = pier.report.templates;
  const later = analysedLog([], {}, { templates: [pier.report.templates[0], ticket] });
  expect(shown(groupedRows(later, groups, 'count'))).toEqual(['3', '1']);
});

test('templates that came after the groups are alone, and counted', () => {
  const newer = template(6, { pattern: 'gull landed', count: 1, ...at(20) });
  const later = analysedLog([], {}, { templates: [...pier.report.templates, newer] });
  expect(shown(groupedRows(later, groups, 'count'))).toEqual(['(1 2 4)', '3', '5', '6']);
  expect([notCompared(pier, groups), notCompared(later, groups)]).toEqual([0, 1]);
});

test('two templates that read the same are in one group', () => {
  const twin = template(7, { pattern: 'ticket sold', count: 1 });
  const twins = analysedLog([], {}, { templates: [...pier.report.templates, twin] });
  expect(shown(groupedRows(twins, groups, 'count'))).toEqual(['(1 2 4)', '(3 7)', '5']);
});

test('where nothing was grouped there are templates alone', () => {
  expect(shown(groupedRows(pier, [], 'count'))).toEqual(['3', '1', '2', '5', '4']);
});

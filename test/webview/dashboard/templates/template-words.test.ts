import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sparklinePath } from '../../../../webview/dashboard/templates/sparklines';
import { TemplateList } from '../../../../webview/dashboard/templates/template-list';
import { templateSentence, templateTable } from '../../../../webview/dashboard/templates/template-table';
import { peakText, percentText, placeText } from '../../../../webview/dashboard/templates/template-words';
import { titleParts } from '../../../../webview/dashboard/templates/title-parts';
import { columnsOf } from './template-columns';

describe('shares', () => {
  test.each([
    [0, '0 %'],
    [1e-9, '< 0.1 %'],
    [0.0049, '0.5 %'],
    [0.5, '50.0 %'],
    [0.9999, '100 %'],
    [1, '100 %'],
  ])('%d is %s', (share, text) => {
    expect(percentText(share)).toBe(text);
  });
});

test.each([
  [1_773_482_813, false, '2026-03-14 10:06:53'],
  [1_773_482_813, true, '10:06:53'],
  [Number.NaN, true, 'line 8'],
])('where a record stands: %d', (seconds, isOneDay, text) => {
  expect(placeText(seconds, 7, 'UTC', isOneDay)).toBe(text);
});

test('the tallest bar is told with its time', () => {
  const bins = { from: '1773482400000000000', width: '60000000000', count: 3 };
  const line = { bins, counts: Uint32Array.of(2, 1204, 3) };
  expect(peakText(line, 'UTC', true)).toBe('most from 10:01:00 on: 1,204');
});

describe('bars of a sparkline', () => {
  test('stand on the foot, the tallest as high as the box, nothing where nothing is', () => {
    expect(sparklinePath(Uint32Array.of(4, 0, 2, 4), 40, 10)).toBe(
      'M0 0h9.5V10H0zM20 5h9.5V10H20zM30 0h9.5V10H30z',
    );
    expect(sparklinePath(new Uint32Array(4), 40, 10)).toBe('');
  });

  test('one record beside a million is seen', () => {
    expect(sparklinePath(Uint32Array.of(1, 1_000_000), 20, 10)).toMatch(/^M0 9h/);
  });
});

describe('variables of a title are set apart', () => {
  test.each<readonly [string, readonly string[]]>([
    ['served <number> in <duration>', ['served ', '[<number>]', ' in ', '[<duration>]']],
    ['a < b, <b>bold</b>, </script>', ['a < b, <b>bold</b>, </script>']],
    ['<*>', ['[<*>]']],
    ['', []],
  ])('%s', (title, parts) => {
    expect(titleParts(title).map(({ text, isVariable }) => (isVariable ? `[${text}]` : text))).toEqual(parts);
  });

  test('nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', 'number', 'ip', 'a', ' ') }), (title) => {
        expect(
          titleParts(title)
            .map(({ text }) => text)
            .join(''),
        ).toBe(title);
      }),
    );
  });
});

describe('the table in words and as a file', () => {
  const columns = columnsOf([
    { title: 'Order <number> served', count: 30, level: 3, rarity: 0.25, first: 60, last: 120 },
    { title: 'disk is full', count: 10, level: 5, rarity: 0.75, first: 90 },
  ]);
  const range = { from: '80000000000', until: '100000000000' };
  const counted = { ids: Uint32Array.of(10, 11), counts: Uint32Array.of(1, 1), records: 2 };

  test.each([
    [
      'of all',
      new TemplateList(columns, null, null),
      'Templates: 2. The commonest makes up 75 % of all records (40).',
    ],
    [
      'of a range',
      new TemplateList(columns, range, counted),
      'In the range: 2 of 2 templates, 1 for the first time. The commonest makes up 50 % of its records (2).',
    ],
    [
      'with some that came once',
      new TemplateList(
        columnsOf([
          { title: 'a', count: 3 },
          { title: 'b', count: 1 },
        ]),
        null,
        null,
      ),
      'Templates: 2. The commonest makes up 75 % of all records (4). Came only once: 1.',
    ],
  ])('%s', (what, list, sentence) => {
    expect(templateSentence(list, what === 'of a range')).toBe(sentence);
  });

  test('the rows that are listed, in their order', () => {
    const list = new TemplateList(columns, null, null);
    expect(templateTable(list, Uint32Array.of(1, 0), 'UTC').rows).toEqual([
      ['disk is full', 10, 0.25, 'Error', 0.75, '1970-01-01 00:01:30', '1970-01-01 00:01:30', ''],
      [
        'Order <number> served',
        30,
        0.75,
        'Information',
        0.25,
        '1970-01-01 00:01:00',
        '1970-01-01 00:02:00',
        '',
      ],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedRow, asColumns, cellsOf, columnsOf } from '../../../src/engine/columns/columns';
import { fieldsOfLog } from '../../../src/engine/columns/field-choice';

const shop = [
  '{"ts":"09:00:01","level":"info","msg":"cart opened","cart":7,"user":{"id":12}}',
  '{"ts":"09:00:02","level":"warning","msg":"slow\\nquery","cart":7}',
  '    at Cart.open (cart.js:3:4)',
  '{"ts":"09:00:03","level":"info","msg":"购物车已打开","user":{"id":900}}',
];

describe('columns that stay as wide as they are', () => {
  const columns = columnsOf(shop, ['level', 'user.id', 'msg']);

  it('have room for their names and for what the lines looked at hold', () => {
    expect(columns.map(({ width }) => width)).toEqual([7, 7, 12]);
    expect(columnsOf(['{"a":1,"b":2}'], ['x'.repeat(99)])).toEqual([{ name: 'x'.repeat(99), width: 36 }]);
  });

  it('hold the values of any line, cut where they are longer', () => {
    const cells = cellsOf('level=critical-failure user.id=3 msg="pier left"', ['level', 'user.id', 'msg']);
    expect(cells).toEqual(['critical-failure', '3', 'pier left']);
    expect(alignedRow(cells ?? [], columns)).toBe('critic…  3        pier left');
  });
});

describe('lines as columns', () => {
  it('align the fields chosen, the last as long as it is; other lines stay', () => {
    expect(asColumns(shop, ['ts', 'level', 'user.id', 'msg'])).toEqual([
      '09:00:01  info     12   cart opened',
      '09:00:02  warning       slow␤query',
      '    at Cart.open (cart.js:3:4)',
      '09:00:03  info     900  购物车已打开',
    ]);
  });

  it.each([
    ['logfmt', 'time=1 level=info msg="cart opened"', ['level', 'msg'], 'info  cart opened'],
    ['a line without the fields', '{"a":1,"b":2}', ['c'], '{"a":1,"b":2}'],
    ['a line of one field', '{"a":1}', ['a'], '{"a":1}'],
    ['plain text', 'cart 7 opened', ['level'], 'cart 7 opened'],
    ['a long value', `{"a":"${'x'.repeat(50)}","b":"y"}`, ['a', 'b'], `${'x'.repeat(35)}…  y`],
    ['wide letters cut', `{"a":"${'车'.repeat(30)}","b":"y"}`, ['a', 'b'], `${'车'.repeat(17)}… y`],
  ])('of %s', (_, line, fields, shown) => {
    expect(asColumns([line], fields)[0].replace(/ +/g, ' ')).toBe(shown.replace(/ +/g, ' '));
  });

  it('are as many as before, whatever stands in them', () => {
    const piece = fc.constantFrom(
      '{',
      '"a":',
      '"b\\n"',
      ',',
      '}',
      'a=',
      '1',
      ' ',
      '"',
      '\\',
      '\u001b[1m',
      '车',
      '\t',
    );
    const line = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const shown = asColumns(lines, ['a', 'b\n']);
        expect(shown).toHaveLength(lines.length);
        expect(shown.join('')).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('fields of a log', () => {
  it('stand in the order of their roles, the message last', () => {
    expect(fieldsOfLog(shop).map(({ name, count, isUsual }) => [name, count, isUsual])).toEqual([
      ['ts', 3, true],
      ['level', 3, true],
      ['cart', 2, false],
      ['user.id', 2, false],
      ['msg', 3, true],
    ]);
  });

  it('are none in plain text', () => {
    expect(fieldsOfLog(['cart opened', 'a=b'])).toEqual([]);
  });
});

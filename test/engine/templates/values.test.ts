import { expect, test } from 'vitest';
import { mine } from './mine';

interface Case {
  readonly before: readonly string[];
  readonly line: string;
  readonly types: readonly string[];
  readonly values: readonly string[];
}

const cases: readonly Case[] = [
  {
    before: [],
    line: 'job 17 took 35ms on 10.0.0.7:80 (try 2/5)',
    types: ['number', 'duration', 'ip', 'number'],
    values: ['17', '35ms', '10.0.0.7:80', '2/5'],
  },
  {
    before: ['bean com.shop.Cart, late'],
    line: 'bean com.shop.Order, late',
    types: ['word'],
    values: ['com.shop.Order'],
  },
  { before: [], line: '用户42从10.0.0.5登录', types: ['number', 'ip'], values: ['42', '10.0.0.5'] },
  { before: [], line: 'ports 80 443 8080 taken', types: ['number'], values: ['80 443 8080'] },
  { before: [], line: 'nothing varies', types: [], values: [] },
];

test.each(cases)('parameters of "$line"', ({ before, line, types, values }) => {
  const { miner, templates } = mine([...before, line]);
  const id = templates[templates.length - 1];
  const bytes = new TextEncoder().encode(`>>${line}<<`);
  expect(miner.template(id).parameters.map(({ type }) => type)).toEqual(types);
  expect(miner.valuesOf(id, bytes, 2, bytes.length - 2)).toEqual(values);
});

test('a message of another length has no values', () => {
  const { miner, templates } = mine(['job 17 done']);
  const bytes = new TextEncoder().encode('something else');
  expect(miner.valuesOf(templates[0], bytes, 0, bytes.length)).toEqual(['']);
});

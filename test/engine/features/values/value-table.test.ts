import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../source-texts';
import { namedValues, valuesOf } from './values-of';

interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  /** Of the last line. */
  readonly values: Record<string, string>;
}

const cases: readonly Case[] = [
  {
    name: 'parameters of a message, called by the word before them',
    lines: [
      '2026-04-02 10:00:00 INFO shelf 7 carries 40 boxes',
      '2026-04-02 10:00:01 INFO shelf 81 carries 3 boxes',
    ],
    values: { shelf: '81', carries: '3' },
  },
  {
    name: 'a number with its unit, and one behind a key',
    lines: [
      '2026-04-02 10:00:00 INFO [main] org.shop.Db - query took 31ms rows=12',
      '2026-04-02 10:00:00 INFO [pool-1-7] org.shop.Db - query took 2841ms rows=-1',
    ],
    values: { took: '2841ms', rows: '-1', thread: 'pool-1-7' },
  },
  {
    name: 'members of a JSON object, those of inner objects too, without what records have columns of',
    lines: [
      '{"time":"2026-04-02T10:00:00Z","level":"info","msg":"served","status":200,"req":{"id":"a7","path":"/x"},"tags":["q"]}',
      '{"time":"2026-04-02T10:00:01Z","level":"info","msg":"served","status":500,"req":{"id":"b9","path":"/y \\"z"},"tags":[]}',
    ],
    values: { status: '500', 'req.id': 'b9', 'req.path': '/y \\"z' },
  },
  {
    name: 'pairs of logfmt',
    lines: [
      'time=2026-04-02T10:00:00Z level=info msg="order paid" amount=10 by="ann lee"',
      'time=2026-04-02T10:00:00Z level=info msg="order paid" amount=1000000 by=bo',
    ],
    values: { amount: '1000000', by: 'bo' },
  },
  {
    name: 'the process of a syslog tag, which no layout names',
    lines: [
      'Apr  2 10:00:00 web1 sshd[2201]: session 7 opened',
      'Apr  2 10:00:09 web2 sshd[31]: session 123 opened',
    ],
    values: { host: 'web2', 'header -1': '31', session: '123' },
  },
  {
    name: 'a client in front of a request, and its numbers behind it',
    lines: [
      '10.1.2.3 - - [12/Jun/2026:09:41:07 +0000] "GET /notes/7 HTTP/1.1" 200 512',
      '10.1.2.99 - ann [12/Jun/2026:09:41:08 +0000] "GET /notes/8 HTTP/1.1" 200 99',
    ],
    values: { client: '10.1.2.99', user: 'ann', 'parameter 2': '200', 'parameter 3': '99' },
  },
];

describe('the values of a record', () => {
  it.each(cases)('$name', ({ lines, values }) => {
    const read = valuesOf([`${lines.join('\n')}\n`]);
    expect(namedValues(read, lines.length - 1)).toMatchObject(values);
  });

  it.each(cases)('are what cutting the record alone gives: $name', ({ lines }) => {
    const text = `${lines.join('\n')}\n`;
    const { table, session } = valuesOf([text]);
    for (let row = 0; row < table.rowCount; row++) {
      const record = table.recordOf(row);
      const cut = session.cutter.values(record, textsOf(text));
      const found = cells(table, row).filter(({ kind }) => kind === 'parameter');
      expect(found.map(({ value }) => value)).toEqual(cut);
    }
  });
});

function cells(table: ReturnType<typeof valuesOf>['table'], row: number) {
  return Array.from({ length: table.firstCell(row + 1) - table.firstCell(row) }, (_, i) => {
    const cell = table.firstCell(row) + i;
    return { ...table.columns[table.columnAt(cell)], value: table.text(table.valueAt(cell)) };
  });
}

const words = [
  'took',
  'of',
  'user=ann',
  'size',
  '(x)',
  'log4j',
  '"a b"',
  '[1, 2, 3]',
  '用户张三',
  'Fri Jul 22 19:29:09 2005',
  '\u0007',
];
const numbers = [
  '7',
  '-31',
  '2841ms',
  '0x1f',
  'blk_-17',
  '10.0.0.5:80',
  '1.5 GB',
  '9f2c41ab',
  'a-1-b-2',
  '/srv/7/x',
  '99%',
];
const messages = fc.array(
  fc.oneof(fc.constantFrom(...words), fc.constantFrom(...numbers), fc.string({ maxLength: 6 })),
  {
    minLength: 1,
    maxLength: 8,
  },
);

describe('values cut by the shape of a text', () => {
  it('are those that are cut from each record alone, of whatever messages', () => {
    fc.assert(
      fc.property(fc.array(messages, { minLength: 1, maxLength: 20 }), (lines) => {
        // Each comes twice, its digits changed: once to learn the shape from, once to find it again.
        const plain = lines.map((line) => line.join(' ').replace(/[\r\n]/g, ' '));
        const text = [
          ...plain,
          ...plain.map((line) => line.replace(/\d/g, (digit) => `${9 - Number(digit)}3`)),
        ]
          .map((line) => `2026-04-02 10:00:00 INFO [main] shop: ${line}\n`)
          .join('');
        const { table, session } = valuesOf([text]);
        for (let row = 0; row < table.rowCount; row++) {
          const cut = session.cutter
            .values(table.recordOf(row), textsOf(text))
            .filter((value) => value !== '');
          const found = cells(table, row).filter(({ kind }) => kind === 'parameter');
          expect(found.map(({ value }) => value)).toEqual(cut.map((value) => value.slice(0, 256)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are found within what a collector wrapped, too', () => {
    const lines = [5, 31].map((n) =>
      JSON.stringify({
        log: `shelf ${n} carries ${n * 9} boxes\n`,
        stream: 'stdout',
        time: '2026-04-02T10:00:00Z',
      }),
    );
    const read = valuesOf([`${lines.join('\n')}\n`]);
    expect(namedValues(read, 1)).toMatchObject({ shelf: '31', carries: '279' });
  });

  it('are cut at 256 bytes, equal ones have one id, and empty ones none', () => {
    const long = 'z'.repeat(20_000);
    const line = (id: string) =>
      JSON.stringify({ time: '2026-04-02T10:00:00Z', level: 'info', msg: 'x', id, again: id, none: '' });
    const { table } = valuesOf([`${line(long)}\n${line('b"\u0000')}\n`]);
    const [id, again] = cells(table, 0);
    expect(id.value).toBe('z'.repeat(256));
    expect(table.valueAt(0)).toBe(table.valueAt(1));
    expect(again.name).toBe('again');
    expect(cells(table, 0)).toHaveLength(2);
    expect(table.valueIn(table.recordOf(1), table.columnAt(2))).toBe(table.valueAt(2));
    expect([...table.recordsIn(id.id)]).toEqual([0, 1]);
  });

  it('are numbers where they are, with their units folded', () => {
    const { table } = valuesOf([
      `${['2ms', '1.5s', '1e999', 'NaN', '12', '-7.5'].map((v) => `level=info took=${v}`).join('\n')}\n`,
    ]);
    const quantities = Array.from({ length: table.rowCount }, (_, row) => {
      const [cell] = cells(table, row);
      return table.quantity(table.valueAt(table.firstCell(row)), cell)?.value;
    });
    expect(quantities).toEqual([0.002, 1.5, undefined, undefined, 12, -7.5]);
  });
});

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

import { describe, expect, it } from 'vitest';
import { readRecords } from './read-records';

const at = (second: number) => `2026-06-12T09:41:${String(second).padStart(2, '0')}Z`;
/** 2026-06-12T09:41:00Z in nanoseconds. */
const minute = 1_781_257_260_000_000_000n;
const times = (count: number) =>
  Array.from({ length: count }, (_, i) => String(minute + BigInt(i) * 1_000_000_000n));
const seconds = Array.from({ length: 12 }, (_, i) => i);

interface Case {
  readonly title: string;
  readonly text: string;
  readonly format: string;
  /** Of the first record. */
  readonly first: {
    readonly line: number;
    readonly level?: string;
    readonly component?: string;
    readonly message: string;
  };
  readonly timed?: boolean;
}

const cases: readonly Case[] = [
  {
    title: 'an exported query with quoted fields',
    text: [
      '"Date","Host","Service","Content","Severity"',
      ...seconds.map((s) => `"${at(s)}","edge7","ledger","book ""A"", page ${s}","warn"`),
    ].join('\r\n'),
    format: 'csv',
    first: { line: 2, level: 'warn', component: 'ledger', message: 'book "A", page 0' },
  },
  {
    title: 'time and line, nothing else',
    text: [
      'timestamp,message',
      ...seconds.map((s) => `${minute / 1_000_000n + BigInt(s) * 1000n},shelf ${s} is counted now`),
    ].join('\n'),
    format: 'csv',
    first: { line: 2, message: 'shelf 0 is counted now' },
  },
  {
    title: 'log lines in a column are read as what they are',
    text: [
      'timestamp,message',
      ...seconds.map((s) => `${at(s)},"[depot] 2026-06-12 09:41:00.5 ERROR shelf ${s} fell"`),
    ]
      .join('\n')
      .replaceAll('[depot] ', ''),
    format: 'csv › time-level',
    first: { line: 2, level: 'error', message: 'shelf 0 fell' },
  },
  {
    title: 'a transaction log: date, no message',
    text: ['id,date,amount,status', ...seconds.map((s) => `${4000 + s},2026-06-12,${s}.50,SETTLED`)].join(
      '\n',
    ),
    format: 'csv',
    first: { line: 2, message: 'id=4000 amount=0.50 status=SETTLED' },
    timed: false,
  },
  {
    title: 'date and time in two columns, semicolons',
    text: [
      'Date;Time;Level;Text',
      ...seconds.map((s) => `2026-06-12;09:41:${String(s).padStart(2, '0')};ERROR;valve ${s} stuck, retry`),
    ].join('\n'),
    format: 'csv',
    first: { line: 2, level: 'error', message: 'valve 0 stuck, retry' },
  },
  {
    title: 'tabs without a row of names',
    text: seconds.map((s) => `${7 + s}\tann\t${at(s)}\tshelf ${s} was counted`).join('\n'),
    format: 'tsv',
    first: { line: 1, message: 'shelf 0 was counted' },
  },
  {
    title: "PowerShell's type line, Excel's separator line stand before the names",
    text: [
      '#TYPE Depot.Entry',
      'time,level,message',
      ...seconds.map((s) => `${at(s)},info,shelf ${s} counted`),
    ].join('\n'),
    format: 'csv',
    first: { line: 3, level: 'info', message: 'shelf 0 counted' },
  },
  {
    title: "Event Viewer's CSV, whose last column has no name",
    text: [
      'Level,Date and Time,Source,Event ID,Task Category',
      ...seconds.map(
        (s) =>
          `Warning,6/12/2026 9:41:${String(s).padStart(2, '0')} AM,Depot,41,None,"Shelf ${s} is heavy.\r\nSee the manual."`,
      ),
    ].join('\r\n'),
    format: 'windows-events',
    first: { line: 2, level: 'warn', component: 'Depot', message: 'Shelf 0 is heavy.' },
  },
  {
    title: "Get-WinEvent's CSV, where the message of several lines comes first",
    text: [
      '"Message","Id","Level","ProviderName","TimeCreated","LevelDisplayName"',
      ...seconds.map(
        (s) =>
          `"Shelf ${s} is heavy.\r\n\r\n\tAccount: A$","41","2","Depot","6/12/2026 9:41:${String(s).padStart(2, '0')} AM","Error"`,
      ),
    ].join('\r\n'),
    format: 'windows-events',
    first: { line: 2, level: 'error', component: 'Depot', message: 'Shelf 0 is heavy.' },
  },
];

describe.each(cases)('$title', ({ text, format, first, timed = true }) => {
  it('is read', () => {
    const read = readRecords(text);
    expect(read.format).toBe(format);
    expect(read.records).toHaveLength(12);
    expect(read.records[0]).toMatchObject(first);
    if (timed) expect(read.records.map(({ time }) => time)).toEqual(times(12));
    else expect(new Set(read.records.map(({ time }) => time))).toEqual(new Set(['1781222400000000000']));
  });

  it('is read the same in every chunking', () => {
    const whole = readRecords(text);
    for (const chunkBytes of [1, 7, 64]) expect(readRecords(text, chunkBytes)).toEqual(whole);
  });
});

it('a row’s columns are its fields', () => {
  const text = ['time,level,user,message', ...seconds.map((s) => `${at(s)},info,ann,"shelf ""${s}"""`)].join(
    '\n',
  );
  expect(readRecords(text).records[3].fields).toEqual([
    { name: 'time', value: times(4)[3] },
    { name: 'level', value: 'info' },
    { name: 'message', value: 'shelf "3"' },
    { name: 'user', value: 'ann' },
  ]);
});

it('the columns of a table without messages become parameters by their names', () => {
  const text = [
    'id,date,amount,status',
    ...seconds.map((s) => `${4000 + s},2026-06-12,${s}.50,SETTLED`),
  ].join('\n');
  expect(readRecords(text).patterns).toEqual(['id=<number> amount=<number> status=SETTLED']);
});

describe('rows and lines', () => {
  const rows = seconds.map((s) => `${at(s)},info,"shelf ${s}"`);
  const log = (lines: readonly string[]) =>
    readRecords(['time,level,message', ...lines].join('\n')).records.map(({ line }) => line);
  const usual = seconds.map((s) => s + 2);

  it('a quoted line end, a blank line too, does not end a row', () => {
    const trace = `${at(3)},error,"it broke\n\n  at shelf 3\n  at depot"`;
    expect(log(rows.toSpliced(3, 1, trace))).toEqual(usual.map((line) => (line > 5 ? line + 3 : line)));
  });

  it('a quote nobody closes takes no further row with it', () => {
    expect(log(rows.toSpliced(3, 1, `${at(3)},error,"it broke`))).toEqual(usual);
  });

  it('without times it takes at most 1,000 lines', () => {
    const plain = Array.from({ length: 3000 }, (_, i) => `${i},ann,took shelf ${i}`);
    const text = ['id,user,message', ...plain.toSpliced(20, 1, '20,ann,"took shelf')].join('\n');
    const { records } = readRecords(text);
    expect(records.length).toBeGreaterThanOrEqual(1999);
    expect(records.at(-1)?.message).toBe('took shelf 2999');
  });

  it('the names may come again where exports were put together; they are no record', () => {
    const twice = rows.toSpliced(6, 0, 'time,level,message');
    expect(log(twice)).toEqual(usual.map((line) => (line > 7 ? line + 1 : line)));
  });

  it('lines that are no rows stay with the row before', () => {
    expect(log(rows.toSpliced(6, 0, '\tat depot.Shelf.count'))).toEqual(
      usual.map((line) => (line > 7 ? line + 1 : line)),
    );
  });
});

describe('logs that hold commas are no tables', () => {
  it.each([
    [
      'log4j’s fractions',
      seconds.map((s) => `2026-06-12 09:41:${10 + s},250 INFO depot - shelf ${s} counted`),
    ],
    ['prose', seconds.map((s) => `Well, shelf ${s}, as ever, is full`)],
    ['lists', seconds.map((s) => `2026-06-12 09:41:${10 + s} INFO loaded a, b, c in ${s} ms`)],
    ['JSON', seconds.map((s) => `{"time":"${at(s)}","level":"info","msg":"a, b"}`)],
    [
      'a first line like a row of names',
      [
        'Starting depot, loading shelves, ready',
        ...seconds.map((s) => `${at(s)} INFO shelf ${s}, row ${s}, counted`),
      ],
    ],
    ['key=value', seconds.map((s) => `time=${at(s)}, level=info, msg=counted, shelf=${s}`)],
  ])('%s', (_, lines) => {
    expect(readRecords(lines.join('\n')).format).not.toMatch(/csv|tsv/);
  });
});

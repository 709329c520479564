import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvMetricsReader } from '../../../src/engine/metrics/csv-metrics';
import { sentenceText } from '../../../src/protocol/sentence';

const encoder = new TextEncoder();
const reference = Date.UTC(2026, 10, 22) / 1000;

function readAs(text: string, chunkBytes = Number.POSITIVE_INFINITY) {
  const reader = new CsvMetricsReader('load.csv', reference);
  const bytes = encoder.encode(text);
  const step = Math.max(1, Math.min(chunkBytes, bytes.length));
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
  return reader.end();
}

/** `name [unit] time=value …`, times as seconds of the day 2026-03-01. */
function shown(text: string): readonly string[] {
  const read = readAs(text);
  if ('problem' in read) return [sentenceText(read.problem)];
  const day = Date.UTC(2026, 2, 1) / 1000;
  return read.series.map(({ name, unit, seconds, values }) => {
    const points = Array.from(seconds, (at, i) => `${+(at - day).toFixed(3)}=${values[i]}`);
    return `${name} [${unit}] ${points.join(' ')}`;
  });
}

function notesOf(text: string): readonly string[] {
  const read = readAs(text);
  return 'problem' in read ? [sentenceText(read.problem)] : read.notes.map((note) => sentenceText(note));
}

const rows = (...lines: string[]) => lines.join('\n');

const tables: readonly (readonly [what: string, text: string, series: readonly string[]])[] = [
  [
    'wide: a column of times, one a series',
    rows('time,cpu_percent,latency (ms)', '2026-03-01T00:00:00Z,12.5,80', '2026-03-01T00:00:10Z,13,1e2'),
    ['cpu_percent [%] 0=12.5 10=13', 'latency [ms] 0=80 10=100'],
  ],
  [
    'long: a figure a row',
    rows(
      'timestamp,metric,value,host',
      '2026-03-01T00:00:00Z,cpu,1,ash',
      '2026-03-01T00:00:00Z,cpu,2,oak',
      '2026-03-01T00:00:05Z,cpu,3,ash',
    ),
    ['cpu{host="ash"} [] 0=1 5=3', 'cpu{host="oak"} [] 0=2'],
  ],
  [
    'long, with labels as Prometheus writes them and a column of units',
    rows(
      'time,name,labels,unit,value',
      '2026-03-01 00:00:00+00:00,mem,"{job=""shop""}",bytes,7',
      '2026-03-01 00:00:00+00:00,mem,"{job=""till""}",bytes,8',
    ),
    ['mem{job="shop"} [bytes] 0=7', 'mem{job="till"} [bytes] 0=8'],
  ],
  [
    'between the two: text tells series of several columns apart',
    rows('ts;host;load;free_mb', '1772323200;ash;1;10', '1772323200;oak;2;20', '1772323205;ash;3;30'),
    [
      'load{host="ash"} [] 0=1 5=3',
      'free_mb{host="ash"} [MB] 0=10 5=30',
      'load{host="oak"} [] 0=2',
      'free_mb{host="oak"} [MB] 0=20',
    ],
  ],
  [
    'text that is the same in all rows is no part of a name',
    rows('time\tsite\tload', '2026-03-01T00:00:00Z\tnorth\t1', '2026-03-01T00:00:01Z\tnorth\t2'),
    ['load [] 0=1 1=2'],
  ],
  [
    'seconds',
    rows('epoch,v1,v2', '1772323200,1,2', '1772323201.5,3,4'),
    ['v1 [] 0=1 1.5=3', 'v2 [] 0=2 1.5=4'],
  ],
  ['milliseconds', rows('time_ms,load', '1772323200250,1'), ['load [] 0.25=1']],
  ['nanoseconds', rows('time,load', '1772323200500000000,1'), ['load [] 0.5=1']],
  [
    'date and time of day in two columns',
    rows('date,time,load', '2026-03-01,00:00:07,1', '2026-03-01,00:00:08,2'),
    ['load [] 7=1 8=2'],
  ],
  [
    'names behind a number sign, as sysstat writes them',
    rows('# hostname;interval;timestamp;%user', 'ash;600;2026-03-01 00:00:02 UTC;1.25'),
    ['interval [] 2=600', '%user [%] 2=1.25'],
  ],
  [
    'a number that tells rows of one time apart is part of the name',
    rows(
      'time,CPU,busy',
      ...[0, 1, 2].flatMap((at) => [-1, 0, 1].map((cpu) => `${1772323200 + at},${cpu},${at * 10 + cpu}`)),
    ),
    ['busy{CPU="-1"} [] 0=-1 1=9 2=19', 'busy{CPU="0"} [] 0=0 1=10 2=20', 'busy{CPU="1"} [] 0=1 1=11 2=21'],
  ],
  [
    'not in order, and twice at one time: the last counts',
    rows('time,load', '2026-03-01T00:00:02Z,2', '2026-03-01T00:00:01Z,1', '2026-03-01T00:00:02Z,3'),
    ['load [] 1=1 2=3'],
  ],
  [
    'nothing, words for nothing and infinities are gaps; a percent sign is none of the number',
    rows(
      'time,load,busy',
      ...['1,5%', ',6 %', 'NaN,n/a', '+Inf,-', '2,7%'].map((cells, i) => `2026-03-01T00:00:0${i}Z,${cells}`),
    ),
    ['load [] 0=1 1=NaN 2=NaN 3=NaN 4=2', 'busy [] 0=5 1=6 2=NaN 3=NaN 4=7'],
  ],
  [
    'rows that are missing are a gap',
    rows('time,load', ...[0, 1, 2, 3, 30, 31].map((at) => `${1772323200 + at},${at}`)),
    ['load [] 0=0 1=1 2=2 3=3 4=NaN 30=30 31=31'],
  ],
  [
    'a row that was cut off lacks its last figures',
    rows('time,load,free', '2026-03-01T00:00:00Z,1,2', '2026-03-01T00:00:01Z,3'),
    ['load [] 0=1 1=3', 'free [] 0=2 1=NaN'],
  ],
];

describe('a CSV of metrics', () => {
  it.each(tables)('%s', (_, text, series) => expect(shown(text)).toEqual(series));

  it('reads the same with a mark of its bytes, CR LF and blank lines', () => {
    const plain = rows('time,load', '2026-03-01T00:00:00Z,1', '2026-03-01T00:00:01Z,2');
    expect(shown(plain.replaceAll('\n', '\r\n\r\n'))).toEqual(shown(plain));
  });

  it('tells what it left out', () => {
    const text = rows(
      'time,load,remark',
      ...Array.from(
        { length: 1200 },
        (_, i) => `2026-03-01 00:${10 + (i % 50)}:00,${i % 30 === 7 ? 'off' : i},text ${i}`,
      ),
      'sum,1,all',
    );
    expect(notesOf(text)).toEqual([
      'Times in load.csv name no zone and are read as UTC.',
      '1 lines of load.csv have no time and are left out, the first of them line 1202.',
      '40 cells of the column load of load.csv hold no number and are gaps.',
      'The column remark of load.csv is left out: its text differs from row to row.',
      'Several rows of load in load.csv have the same time: the last of them counts. Name what tells them apart in a column of text.',
    ]);
  });

  it('shows a hundred series of more, and says so', () => {
    const names = Array.from({ length: 120 }, (_, i) => `m${i}`);
    const text = rows(['time', ...names].join(), ['2026-03-01T00:00:00Z', ...names.map((_, i) => i)].join());
    expect(shown(text)).toHaveLength(100);
    expect(notesOf(text)).toEqual([
      'Of the 120 series in load.csv the first 100 are shown. Leave out columns or rows to see others.',
    ]);
  });
});

const refused: readonly (readonly [what: string, text: string, words: string])[] = [
  ['nothing', '', 'holds no rows of figures'],
  ['names alone', 'time,load\n', 'holds no rows of figures'],
  ['prose', 'The pump was looked at.\nIt runs.\n', 'lines have one column'],
  ['no names', '2026-03-01T00:00:00Z,1\n2026-03-01T00:00:01Z,2', 'holds no names of columns'],
  ['no times', 'second,load\n1,10\n2,11\n', '(second, load) holds times'],
  [
    'more columns than are told apart',
    `time${',a'.repeat(300)}\n1772323200${',1'.repeat(300)}`,
    'told apart (255)',
  ],
  ['no numbers', 'time,state\n2026-03-01T00:00:00Z,up\n2026-03-01T00:00:01Z,down\n', 'no column of numbers'],
  [
    'decimal commas',
    'time;load\n2026-03-01T00:00:00Z;1,25\n2026-03-01T00:00:01Z;2,5\n',
    'numbers with commas (1,25)',
  ],
  [
    'thousands',
    'time,load\n2026-03-01T00:00:00Z,"1,250"\n2026-03-01T00:00:01Z,"2,500"\n',
    'numbers with commas',
  ],
  [
    'decimal commas between commas',
    rows('time,load', ...Array.from({ length: 600 }, (_, i) => `${1772323200 + i},${i < 550 ? '1' : '1,5'}`)),
    'Line 552 of load.csv has 3 fields',
  ],
];

describe('a CSV that cannot be shown', () => {
  it.each(refused)('%s: says why, and the cure', (_, text, words) => {
    const [sentence] = shown(text);
    expect(sentence).toContain(words);
    expect(sentence).toMatch(/\. [A-Z].*\.$/);
  });
});

const cell = fc.oneof(
  fc.double({ noNaN: true }).map(String),
  fc.constantFrom(
    '',
    'NaN',
    '"',
    '""',
    '"a,b"',
    '\0',
    'up',
    '1,5',
    '</script>',
    '2026-03-01T00:00:00Z',
    '1772323200',
  ),
  fc.string({ maxLength: 8 }),
);

describe('whatever is in it', () => {
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 40 });

  it('is read the same in chunks of any size, each series ascending and finite or a gap', () => {
    const property = (lines: string[][], chunkBytes: number) => {
      const text = ['time,a,b,host', ...lines.map((line) => line.join())].join('\n');
      const whole = readAs(text);
      expect(readAs(text, chunkBytes)).toEqual(whole);
      if ('problem' in whole) return;
      for (const { seconds, values } of whole.series) {
        expect(values.length).toBe(seconds.length);
        expect(seconds.every((at, i) => i === 0 || at > seconds[i - 1])).toBe(true);
        expect(values.every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true);
      }
    };
    fc.assert(fc.property(table, fc.integer({ min: 1, max: 50 }), property), { numRuns: 200 });
  });
});

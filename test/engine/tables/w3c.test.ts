import { expect, it } from 'vitest';
import { readRecords } from './read-records';

const row = (second: number, status = 200) =>
  `2026-06-12 09:41:${String(second).padStart(2, '0')} 10.1.2.3 GET /shelf/${second} - 443 - 10.9.8.7 Depot/2.0+(kiosk) ${status} ${second}`;
const directives = [
  '#Software: a web server',
  '#Version: 1.0',
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status time-taken',
];
const shorter = '#Fields: date time cs-method cs-uri-stem sc-status';
const text = [
  ...directives,
  row(0),
  row(1, 503),
  '#Date: 2026-06-12 09:42:00',
  shorter,
  '2026-06-12 09:42:00 PUT /shelf/7 404',
  '2026-06-12 09:42:01 PUT /shelf/8 201',
].join('\r\n');

it('columns are those of the last #Fields; directives are no records', () => {
  const read = readRecords(text);
  expect(read.format).toBe('w3c');
  expect(read.records.map(({ line, level, message }) => ({ line, level, message }))).toEqual([
    {
      line: 4,
      level: 'info',
      message:
        's-ip=10.1.2.3 cs-method=GET cs-uri-stem=/shelf/0 s-port=443 c-ip=10.9.8.7 sc-status=200 time-taken=0',
    },
    {
      line: 5,
      level: 'error',
      message:
        's-ip=10.1.2.3 cs-method=GET cs-uri-stem=/shelf/1 s-port=443 c-ip=10.9.8.7 sc-status=503 time-taken=1',
    },
    { line: 8, level: 'warn', message: 'cs-method=PUT cs-uri-stem=/shelf/7 sc-status=404' },
    { line: 9, level: 'info', message: 'cs-method=PUT cs-uri-stem=/shelf/8 sc-status=201' },
  ]);
  expect(read.records[0].time).toBe('1781257260000000000');
});

it('empty columns are no fields, all others are, the browser too', () => {
  const names = readRecords(text).records[0].fields.map(({ name }) => name);
  expect(names).toContain('cs(User-Agent)');
  expect(names).not.toContain('cs-username');
});

it('is read the same in every chunking', () => {
  for (const chunkBytes of [1, 5, 33]) expect(readRecords(text, chunkBytes)).toEqual(readRecords(text));
});

it('another status class is another kind of request', () => {
  const many = Array.from({ length: 30 }, (_, i) => row(i, i === 20 ? 500 : 200));
  expect(readRecords([...directives, ...many].join('\n')).patterns).toHaveLength(2);
});

it('tabs divide where the directive has tabs', () => {
  const lines = [
    '#separator \\x09',
    '#fields\tts\tuid\tservice',
    '1781257260.25\tCx1\tdns',
    '1781257261.5\tCx2\thttp',
  ];
  const { format, records } = readRecords(lines.join('\n'));
  expect(format).toBe('w3c');
  expect(records.map(({ time, message }) => [time, message])).toEqual([
    ['1781257260250000000', 'uid=Cx1'],
    ['1781257261500000000', 'uid=Cx2'],
  ]);
});

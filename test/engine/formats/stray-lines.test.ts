import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newHeader } from '../../../src/engine/formats/header';
import { strayLines } from '../../../src/engine/formats/stray-lines';
import { readLines } from './read-lines';

const second = (i: number): string => `2026-06-12 09:41:${String(10 + (i % 50))}`;

/** Ways to write a log, each with more lines than what strays into it. */
const logs = {
  'spring boot': (i: number) =>
    `${second(i)}.250  INFO 1 --- [nio-8080-exec-${i % 4}] c.e.shop.Cart          : cart ${i} saved`,
  log4j: (i: number) => `${second(i)},250 INFO  [main] org.example.Cart - cart ${i} saved`,
  'time and level': (i: number) => `${second(i)} INFO cart ${i} saved`,
  'a learned header': (i: number) => `x9 ${second(i)}.500 rack-${i} ZONE INFO unit ${i} is up`,
  json: (i: number) => `{"level":"info","time":"${second(i)}","msg":"cart ${i} saved"}`,
  logfmt: (i: number) => `time="${second(i)}" level=info msg="cart ${i} saved"`,
};
type Log = keyof typeof logs;
const allLogs = Object.keys(logs) as Log[];
const wrapping = allLogs.filter((log) => log !== 'json' && log !== 'logfmt');
const neverWrapping: readonly Log[] = ['json', 'logfmt'];

/** What becomes of lines in the middle of a log. */
function strayedInto(log: Log, lines: readonly string[]) {
  const before = Array.from({ length: 40 }, (_, i) => logs[log](i));
  const after = Array.from({ length: 40 }, (_, i) => logs[log](i));
  const { records } = readLines([...before, ...lines, ...after]);
  expect(records.slice(0, 40).concat(records.slice(40 + lines.length))).not.toContain(null);
  return records.slice(40, 40 + lines.length);
}

describe('a line that begins with a time stamp or a level begins a record', () => {
  test.each([
    ['2026-06-12 09:41:40,500 ERROR Something terrible: disk failure', 'error', true, /disk failure$/],
    ['    2026-06-12 09:41:40.500 ERROR indented: disk failure', 'error', true, /disk failure$/],
    ['[2026-06-12T09:41:40Z] [error] disk failure', 'error', true, /disk failure$/],
    ['2026/06/12 09:41:40 http: panic serving 10.1.2.3:81: nil map', 'none', true, /^http: panic/],
    ['Jun 12 09:41:40 db7 kernel: disk failure', 'none', true, /^db7 kernel: disk/],
    ['2026-06-12 09:41:40 | pool-7 | ERROR | disk failure', 'error', true, /^pool-7/],
    ['2026-06-12 09:41:40 【错误】磁盘已满', 'error', true, /磁盘已满$/],
    ['1781257300 db7 FATAL disk failure', 'fatal', true, /disk failure$/],
    ['09:41:40.500 [main] ERROR o.e.Boot - disk failure', 'error', false, /disk failure$/],
    ['FATAL: process killed by signal 9', 'fatal', false, /^process killed by signal 9$/],
    ['ERROR disk failure', 'error', false, /^disk failure$/],
    ['[error] disk failure', 'error', false, /^disk failure$/],
    ['[WARN ] 2026-06-12 09:41:40 disk is slow', 'warn', true, /^disk is slow$/],
    ['ERR! code 1', 'error', false, /^code 1$/],
    ['npm ERR! code 1', 'error', false, /^npm ERR! code 1$/],
    ['严重：磁盘已满', 'fatal', false, /^磁盘已满$/],
  ])('%s', (line, level, timed, message) => {
    for (const log of allLogs) {
      const [record] = strayedInto(log, [line]);
      expect(record, log).toMatchObject({ level, timed });
      expect(record?.message, log).toMatch(message);
    }
  });

  test('Tomcat’s servlet logger among the lines of Spring Boot keeps its name', () => {
    const name = 'o.a.c.c.C.[.[.[/].[dispatcherServlet]';
    const line = `2026-06-12 09:41:40.500 ERROR 1 --- [nio-8080-exec-3] ${name}    : Servlet.service() threw: no`;
    const [record] = strayedInto('spring boot', [line]);
    expect(record).toEqual({
      timed: true,
      level: 'error',
      component: name,
      message: 'Servlet.service() threw: no',
    });
  });
});

describe('what belongs to the record before stays with it', () => {
  test.each([
    ['the exception', 'java.lang.Error: ERROR 2026-06-12 09:41:40'],
    ['a frame', '\tat org.example.Boot.main(Boot.java:7)'],
    ['a cause', 'Caused by: java.sql.SQLException: FATAL: 2026-06-12 09:41:40 no such role'],
    ['JavaScript’s exception', 'Error: connect ECONNREFUSED 10.1.2.3:81'],
    ['a compiler’s message', 'error: no such field'],
    ['a wrapped message', 'and then the error was: none'],
    ['a time within a dump', '  "time": "2026-06-12T09:41:40Z", "level": "ERROR",'],
    ['an indented row with a time', '   2026-06-12 09:41:40 | cart 7 | 31'],
    ['a row that begins with a number of ten digits', '1781257300 cart 7'],
    ['a time of day in prose', '09:41:40 was the last time'],
    ['a time stamp alone', '2026-06-12 09:41:40'],
    ['a section', '[config]'],
    ['an indented level', '    ERROR: no'],
    ['a name that begins like a level', 'ERROR_CODE = 7'],
    ['SQL', 'select id from carts'],
  ])('%s', (_, line) => {
    for (const log of wrapping) expect(strayedInto(log, [line]), log).toEqual([null]);
  });
});

describe('a format that never wraps has no continuations but those of stack traces', () => {
  test.each(neverWrapping)('%s', (log) => {
    const lines = [
      'Segmentation fault',
      'Traceback (most recent call last):',
      '  File "job.py", line 3, in run',
      'ValueError: no such unit',
      'Error: connect ECONNREFUSED',
      '    at connect (net.js:7:9)',
      'Caused by: it',
      '2026/06/12 09:41:40 http: panic serving 10.1.2.3:81: nil map',
      'goroutine 33 [running]:',
      'net/http.(*conn).serve.func1(0xc000)',
    ];
    expect(strayedInto(log, lines).map((record) => record?.message ?? null)).toEqual([
      'Segmentation fault',
      'Traceback (most recent call last):',
      null,
      null,
      'Error: connect ECONNREFUSED',
      null,
      null,
      'http: panic serving 10.1.2.3:81: nil map',
      null,
      null,
    ]);
  });

  test('in a log that mixes formats it goes by the record before', () => {
    const lines = Array.from({ length: 20 }, (_, i) => [
      logs.json(i),
      'after JSON',
      logs.log4j(i),
      'after log4j',
    ]).flat();
    const begins = readLines(lines).records.map((record) => record !== null);
    expect(begins.slice(0, 4)).toEqual([true, true, true, false]);
  });
});

test('any bytes: neither throws nor answers a range outside the line', () => {
  const pieces = fc.constantFrom(
    ...[
      ' ',
      '\t',
      '[',
      ']',
      ':',
      '-',
      '!',
      '【',
      '】',
      '：',
      '错误',
      'ERROR',
      'npm',
      '\0',
      '\xff',
      '1781257300',
    ],
    ...['2026-06-12 09:41:40', '09:41:40', 'Jun 12 ', 'x'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.nat(40), (parts, cut) => {
      const bytes = Buffer.from(parts.join(''));
      const end = Math.min(bytes.length, cut);
      const header = newHeader();
      if (!strayLines.read(bytes, 0, end, header, { referenceSeconds: 1_795_000_000 })) return;
      expect(header.messageStart).toBeLessThanOrEqual(header.messageEnd);
      expect(header.messageEnd).toBeLessThanOrEqual(end);
    }),
    { numRuns: 3000 },
  );
});

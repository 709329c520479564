import { describe, expect, test } from 'vitest';
import { readLines } from './read-lines';

const repeat = (count: number, line: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i));
const clock = (i: number): string => `2026-06-12 09:41:${String(10 + (i % 50))}`;

test('a stack trace and wrapped text belong to the record before', () => {
  const { name, records } = readLines([
    '2026-06-12 09:41:07,250 ERROR [main] org.example.Boot: failed',
    'java.io.IOException: disk full',
    '\tat org.example.Boot.main(Boot.java:7)',
    'Caused by: nothing',
    '',
    '2026-06-12 09:41:08,250 INFO [main] org.example.Boot: bye',
  ]);
  expect(name).toBe('log4j');
  expect(records.map((record) => record?.message ?? null)).toEqual(['failed', null, null, null, null, 'bye']);
});

test('without a header a Python traceback is one record, the line of the exception included', () => {
  const { name, records } = readLines([
    'worker started task 7',
    'Traceback (most recent call last):',
    '  File "job.py", line 3, in run',
    'ValueError: no such unit',
    'worker started task 8',
    'polling the queue',
  ]);
  expect(name).toBe('text');
  expect(records.map((record) => record?.message ?? null)).toEqual([
    'worker started task 7',
    'Traceback (most recent call last):',
    null,
    null,
    'worker started task 8',
    'polling the queue',
  ]);
});

test('without a header a Go trace belongs to the panic before it', () => {
  const { records } = readLines([
    'worker started task 7',
    'panic: index out of range',
    'goroutine 1 [running]:',
    'main.(*Cart).save(0xc000, {0x1, 0x2})',
    '\t/srv/cart.go:12 +0x1d',
    'created by main.main in goroutine 9',
    '\t/srv/main.go:7 +0x2a',
    'worker stopped task(7)',
    'created by hand(7)',
  ]);
  expect(records.map((record) => record !== null)).toEqual([
    ...[true, true, false, false, false, false, false, true, true],
  ]);
});

test('a log that mixes formats is read by both', () => {
  const { records } = readLines([
    ...repeat(8, (i) => `{"level":"info","time":"${clock(i)}","msg":"request ${i}"}`),
    ...repeat(4, (i) => `${clock(i)} WARN plain ${i}`),
    ...repeat(4, (i) => `${clock(i)} no level ${i}`),
  ]);
  expect(records.map((record) => record?.level)).toEqual([
    ...repeat(8, () => 'info'),
    ...repeat(4, () => 'warn'),
    ...repeat(4, () => 'none'),
  ]);
  expect(records[15]?.message).toBe('no level 3');
});

test('a way of writing that is not the log’s own takes no part of a message for a field', () => {
  const lines = repeat(40, (i) => `${clock(i)} INFO ${i === 7 ? 'cache: warm' : `request ${i} served`}`);
  expect(readLines(lines).records[7]).toMatchObject({ component: '', message: 'cache: warm' });
});

describe('an unknown header is learned', () => {
  test.each([
    [
      'time, number, level, component among other columns',
      (i: number) => `x9 ${clock(i)}.500 rack-${i} ZONE INFO unit ${i} is up`,
      { timed: true, level: 'info', component: 'ZONE', message: 'unit 3 is up' },
    ],
    [
      'a comma after the time, padded columns',
      (i: number) => `${clock(i)}, Warning     ${i % 2 ? 'NET' : 'DISK'}    sector ${i} is slow`,
      { timed: true, level: 'warn', component: 'NET', message: 'sector 3 is slow' },
    ],
    [
      'a separator after a name of one or two words',
      (i: number) => `[06.12 09:41:${10 + i}] ${i % 2 ? 'note pad' : 'mail'} - peer-${i} opened`,
      { timed: true, level: 'none', component: 'note pad', message: 'peer-3 opened' },
    ],
    [
      'a sign, an epoch, then a host and a tag',
      (i: number) => `+ 17812572${10 + i} node${i} relay[${i}]: packet ${i} dropped`,
      { timed: true, level: 'none', component: 'relay', message: 'packet 3 dropped' },
    ],
    [
      'a dotted logger and a request id in brackets',
      (i: number) => `w1 ${clock(i)} 77 INFO shop.cart.api [req-${i} -] GET cart ${i}`,
      { timed: true, level: 'info', component: 'shop.cart.api', message: 'GET cart 3' },
    ],
    [
      'an address and a name with a colon behind the level are the message',
      (i: number) => `${clock(i)} zones: info: peer 10.0.0.${i}#53: query: unit${i}.example`,
      { timed: true, level: 'info', component: 'zones:', message: 'peer 10.0.0.3#53: query: unit3.example' },
    ],
    [
      'a name with a colon ends the header, whatever the message begins with',
      (i: number) => `+ 17812572${10 + i} node${i} relay[${i}]: queue: packet ${i} dropped`,
      { timed: true, level: 'none', component: 'relay', message: 'queue: packet 3 dropped' },
    ],
    [
      'the keys of an object are the message',
      (i: number) => `${clock(i)} {"size": ${i}, "name": "unit ${i}"}`,
      { timed: true, level: 'none', component: '', message: '{"size": 3, "name": "unit 3"}' },
    ],
    [
      'a time and no more',
      (i: number) => `${clock(i)} some words that differ ${i}`,
      { timed: true, level: 'none', component: '', message: 'some words that differ 3' },
    ],
  ])('%s', (_, line, expected) => {
    const { name, records } = readLines(repeat(30, line));
    expect(name).toBe('text');
    expect(records[3]).toEqual(expected);
  });

  test.each([
    ['ERROR: unit 3 is down', 'error'],
    ['[warn] unit 3 is slow', 'warn'],
    ['an error in prose', 'none'],
  ])('where it has no column of levels the message says its own: %s', (message, level) => {
    const { name, records } = readLines(
      repeat(60, (i) => `[${clock(i)}] w${i} [Batch] ${i === 3 ? message : `unit ${i} is up`}`),
    );
    expect(name).toBe('text');
    expect(records[3]).toMatchObject({ timed: true, level, message });
  });

  test('ids of ten digits that run backwards are no time', () => {
    const { records } = readLines(
      repeat(30, (i) => `${1_700_000_000 + ((i * 7919) % 1000) * 977} sold to ${i}`),
    );
    expect(records[3]?.message).toMatch(/^\d{10} sold to 3$/);
  });
});

describe('text without a header', () => {
  test('every line is a record and its own message, its level set off as one', () => {
    const lines = [
      'building all',
      'ERROR in main',
      'npm warn: old',
      'an error in prose',
      '[debug] x',
      'a_error: y',
    ];
    const { name, records } = readLines(lines);
    expect(name).toBe('text');
    expect(records.map((record) => record?.message)).toEqual(lines);
    expect(records.map((record) => record?.level)).toEqual([
      'none',
      'error',
      'warn',
      'none',
      'debug',
      'none',
    ]);
  });

  test('what looks like a stack trace goes on', () => {
    const lines = [
      'it broke',
      'Traceback (most recent call last):',
      '  File "x.py"',
      'at foo',
      '... 3 more',
      '}',
      'next',
    ];
    const begins = readLines(lines).records.map((record) => record !== null);
    expect(begins).toEqual([true, true, false, false, false, false, true]);
  });

  test('where nearly all lines are indented, indentation says nothing', () => {
    expect(readLines(repeat(10, (i) => `  step ${i}`)).records[3]?.message).toBe('step 3');
  });
});

test('NULs that copytruncate left before a line are passed over', () => {
  const lines = ['\0\0\0\x002026-06-12 09:41:07 INFO ready', '2026-06-12 09:41:08 INFO done'];
  expect(readLines(lines).records[0]).toMatchObject({ level: 'info', message: 'ready' });
});

test.each([[[]], [['']], [['\0\0']], [['x']], [['{']], [['{"a":']], [['\x1b[']]])(
  'a head of %j is read',
  (lines) => {
    expect(() => readLines(lines)).not.toThrow();
  },
);

describe('levels in Chinese', () => {
  const levels = ['信息', '警告', '错误', '致命', '严重', '调试'];
  const expected = ['info', 'warn', 'error', 'fatal', 'fatal', 'debug'];
  test.each([
    ['behind a time', (level: string, i: number) => `${clock(i)} ${level} 订单 ${i} 已支付`],
    ['in brackets', (level: string, i: number) => `[${clock(i)}] [${level}] 订单 ${i} 已支付`],
    ['in wide brackets', (level: string, i: number) => `${clock(i)} 【${level}】订单 ${i} 已支付`],
    ['before a wide colon', (level: string, i: number) => `${clock(i)} ${level}：订单 ${i} 已支付`],
    ['before a colon, without a time', (level: string, i: number) => `${level}: 订单 ${i} 已支付`],
    ['in columns of their own', (level: string, i: number) => `x9 ${clock(i)} 77 ${level} 订单 ${i} 已支付`],
  ])('%s', (_, line) => {
    const { records } = readLines(repeat(30, (i) => line(levels[i % 6], i)));
    expect(records.slice(0, 6).map((record) => record?.level)).toEqual(expected);
    expect(records[3]?.message).toBe('订单 3 已支付');
  });

  test.each(['错误码 7 已记录', '出现 错误 请重试', '用户信息: 已保存'])('%s names none', (line) => {
    expect(readLines([line, '开始', '结束']).records[0]?.level).toBe('none');
  });
});

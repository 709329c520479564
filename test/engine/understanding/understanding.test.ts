import { describe, expect, test } from 'vitest';
import type { ColouredLine } from '../../../src/engine/model/understanding';
import { understandLines } from './understand-lines';

const repeat = (count: number, line: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i));
const clock = (i: number): string => `09:41:${String(10 + (i % 50))}`;

/** `role:text` of each column. */
function roles({ text, columns }: ColouredLine): string[] {
  return columns.map(({ role, start, end }) => `${role}:${text.slice(start, end)}`);
}

describe('the columns of a line', () => {
  test.each([
    [
      'log4j',
      (i: number) => `2026-06-12 ${clock(i)},250 ERROR [main] org.example.Boot: lift ${i} stopped`,
      [
        'time:2026-06-12 09:41:10,250',
        'level:ERROR',
        'other:main',
        'component:org.example.Boot',
        'message:lift 0 stopped',
      ],
    ],
    [
      'syslog',
      (i: number) => `Jun 12 ${clock(i)} db7 liftd[31]: lift ${i} stopped`,
      ['time:Jun 12 09:41:10', 'other:db7', 'component:liftd', 'message:lift 0 stopped'],
    ],
    [
      'JSON',
      (i: number) =>
        JSON.stringify({ time: `2026-06-12T${clock(i)}Z`, level: 'warn', msg: `lift ${i} stopped` }),
      ['time:2026-06-12T09:41:10Z', 'level:warn', 'message:lift 0 stopped'],
    ],
    [
      'logcat’s letters',
      (i: number) => `06-12 ${clock(i)}.250  1702  2395 W Lift: ${i} stopped`,
      [
        'time:06-12 09:41:10.250',
        'other:1702',
        'other:2395',
        'level:W',
        'component:Lift',
        'message:0 stopped',
      ],
    ],
    [
      'ANSI colours, which are not shown',
      (i: number) => `2026-06-12 ${clock(i)} \x1b[31mERROR\x1b[0m lift ${i} stopped`,
      ['time:2026-06-12 09:41:10', 'level:ERROR', 'message:lift 0 stopped'],
    ],
    ['no header', (i: number) => `lift ${i} stopped`, ['message:lift 0 stopped']],
  ])('%s', (_, line, expected) => {
    const [first] = understandLines(repeat(40, line)).samples;
    expect(roles(first)).toEqual(expected);
  });
});

test('of columns that two corrections know in one place the first is shown', () => {
  const ids = ['<', '<7'].map((key) => ({ role: 'id', place: { key }, until: '>' }) as const);
  const [first] = understandLines(
    repeat(30, (i) => `<7${i}> stopped`),
    ids,
  ).samples;
  expect(roles(first)[0]).toBe('id:70');
});

describe('the zone the stamps name', () => {
  test.each([
    ['2026-06-12T09:41:10Z', 'UTC'],
    ['2026-06-12 09:41:10 UTC', 'UTC'],
    ['2026-06-12T09:41:10+08:00', '+08:00'],
    ['2026-06-12 09:41:10 -0330', '-03:30'],
    ['2026-06-12T09:41:10.250+00:00', 'UTC'],
    ['2026-06-12 09:41:10', 'local'],
    ['1781257270', 'UTC'],
    ['', null],
  ])('%s: %s', (stamp, zone) => {
    expect(understandLines(repeat(30, (i) => `${stamp} INFO lift ${i} stopped`)).zone).toBe(zone);
  });
});

test('the parts of a row that is put together are shown apart', () => {
  const rows = repeat(30, (i) => `2026-06-12T${clock(i)}Z,info,lifts,"lift ${i} ""stopped"" twice"`);
  const [first] = understandLines(['time,level,service,message', ...rows], [], 'export.csv').samples;
  expect(first.text).toBe('lift 0 "stopped" twice lifts');
  expect(roles(first)).toEqual(['message:lift 0 "stopped" twice', 'component:lifts']);
});

test.each([
  ['[2026-06-12 09:41:10,250: INFO/Lift] went up', 'local'],
  ['[2026-06-12T09:41:10+08:00: INFO/Lift] went up', '+08:00'],
])('a stamp within the message names the zone too: %s', (line, zone) => {
  expect(understandLines(repeat(30, () => line))).toMatchObject({ format: 'text', timed: 30, zone });
});

describe('lines that fit no record', () => {
  const record = (i: number): string =>
    `2026-06-12 ${clock(i)},250 INFO [main] org.example.Lift: lift ${i} stopped`;

  test.each([
    [
      'a stack trace fits',
      ['java.io.IOException: no rope', '\tat org.example.Lift.up(Lift.java:7)', 'Caused by: x'],
      0,
    ],
    ['wrapped text fits', ['  of three', 'and then another', '{', '| a | b |'], 0],
    ['a line that looks like a record does not', ['Segmentation fault', '42 lifts left'], 2],
    [
      'nor does a stray one, though it begins a record',
      ['2026-06-12 09:41:40 | pool-7 | ERROR | no rope'],
      1,
    ],
    ['blank lines are none', ['', '   '], 0],
  ])('%s', (_, lines, unfit) => {
    const understanding = understandLines([...repeat(40, record), ...lines, ...repeat(10, record)]);
    expect(understanding.unfit).toBe(unfit);
    expect(understanding.unfitLines.map(({ line }) => line)).toEqual(
      Array.from({ length: unfit }, (_, i) => 41 + i),
    );
  });

  test('among JSON lines all that is not JSON', () => {
    const json = (i: number): string => `{"level":"info","time":"2026-06-12 ${clock(i)}","msg":"lift ${i}"}`;
    const understanding = understandLines([
      ...repeat(20, json),
      'Segmentation fault',
      '    at up (lift.js:7:9)',
    ]);
    expect(understanding.unfitLines.map(({ text }) => text)).toEqual(['Segmentation fault']);
  });
});

test('records without a time are listed where others have one', () => {
  const lines = repeat(30, (i) =>
    i === 7 ? 'ERROR no rope' : `2026-06-12 ${clock(i)} INFO lift ${i} stopped`,
  );
  const understanding = understandLines(lines);
  expect(understanding).toMatchObject({ records: 30, timed: 29 });
  expect(understanding.timelessLines).toEqual([{ line: 8, text: 'ERROR no rope' }]);
});

test('what is wrapped is named, and what is inside shown', () => {
  const lines = repeat(30, (i) =>
    JSON.stringify({
      log: `2026-06-12 ${clock(i)} ERROR lift ${i} stopped\n`,
      stream: 'stderr',
      time: '2026-06-12T09:41:10Z',
    }),
  );
  const understanding = understandLines(lines);
  expect(understanding.wrapper).toMatch(/docker/);
  expect(understanding.samples[0].text).toBe('2026-06-12 09:41:10 ERROR lift 0 stopped');
});

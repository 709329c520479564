import { describe, expect, test } from 'vitest';
import type { FormatCorrection } from '../../../../src/engine/formats/corrections/format-correction';
import { readLog, show, taught } from './read-log';

const repeat = (count: number, line: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i));
const hour = (i: number): string => String(i % 24).padStart(2, '0');
/** Hours of one day, a minute apart in the text of `21.11.26 13h05`. */
const odd = (i: number): string => `21.11.26 ${hour(Math.floor(i / 60))}h${String(i % 60).padStart(2, '0')}`;

/** Levels of the records in the order of the log. */
function levels(lines: readonly string[], corrections: readonly FormatCorrection[]): string[] {
  return readLog(lines, corrections).records.map(({ level }) => level);
}

describe('a level is shown', () => {
  const words = ['HINWEIS', 'HINWEIS', 'WARNUNG', 'SCHWERWIEGEND'];
  const german = repeat(40, (i) => `${odd(i)} {${words[i % 4]}} lift ${i} stopped`);

  test('in words of another language, behind a time that was shown: the two combine', () => {
    const time = taught(show('time', german, 0, '21.11.26 00h00'), german);
    const level = taught(show('level', german, 3, 'SCHWERWIEGEND'), german, [time]);
    const { records, templates } = readLog(german, [time, level]);
    expect(records.slice(0, 4).map((record) => record.level)).toEqual(['info', 'info', 'warn', 'fatal']);
    expect(records.every((record) => record.time !== null)).toBe(true);
    expect(templates.map(({ pattern }) => pattern)).toEqual(['lift <number> stopped']);
  });

  test('before the time: the order of the gestures does not matter to either', () => {
    const time = taught(show('time', german, 0, '21.11.26 00h00'), german);
    const level = taught(show('level', german, 3, 'SCHWERWIEGEND'), german);
    expect(levels(german, [level, time]).slice(0, 4)).toEqual(['info', 'info', 'warn', 'fatal']);
  });

  test.each([
    ['Chinese', ['一般', '警告', '严重', '紧急'], '严重', ['info', 'warn', 'fatal', 'fatal']],
    ['letters', ['i', 'w', 'e', 'f'], 'e', ['info', 'warn', 'error', 'fatal']],
    ['syslog’s numbers', ['6', '4', '3', '2'], '3', ['info', 'warn', 'error', 'fatal']],
    ['Python’s numbers', ['20', '20', '30', '40'], '40', ['info', 'info', 'warn', 'error']],
    ['Monolog’s numbers', ['200', '250', '300', '400'], '400', ['info', 'info', 'warn', 'error']],
  ])('%s', (_, column, selected, expected) => {
    const lines = repeat(
      40,
      (i) => `2026-06-12 09:41:${10 + i} ch-${i} <${column[i % 4]}> lift ${i} stopped`,
    );
    const line = column.indexOf(selected);
    const text = lines[line];
    const start = text.indexOf(`<${selected}>`) + 1;
    const level = taught({ role: 'level', text, start, end: start + selected.length }, lines);
    expect(levels(lines, [level]).slice(0, 4)).toEqual(expected);
  });

  test('in a field of JSON', () => {
    const lines = repeat(40, (i) => JSON.stringify({ msg: `lift ${i} stopped`, schwere: words[i % 4] }));
    const level = taught(show('level', lines, 3, 'SCHWERWIEGEND'), lines);
    expect(levels(lines, [level]).slice(0, 4)).toEqual(['info', 'info', 'warn', 'fatal']);
    expect(readLog(lines, [level]).templates.map(({ pattern }) => pattern)).toEqual([
      'lift <number> stopped',
    ]);
  });

  describe('which cannot be known', () => {
    const unknown = repeat(40, (i) => `2026-06-12 09:41:${10 + i} L${(i % 3) + 1} lift ${i} stopped`);

    test('it is said, and asked for', () => {
      expect(() => taught(show('level', unknown, 2, 'L3'), unknown)).toThrow(/does not say which level/);
    });

    test('and told, word for word', () => {
      const third = taught({ ...show('level', unknown, 2, 'L3'), level: 'error' }, unknown);
      const second = taught({ ...show('level', unknown, 1, 'L2'), level: 'warn' }, unknown, [third]);
      expect(levels(unknown, [third, second]).slice(0, 3)).toEqual(['none', 'warn', 'error']);
    });

    test('numbers fit a scale as soon as one of them is told', () => {
      const lines = repeat(40, (i) => `2026-06-12 09:41:${10 + i} ${(i % 4) + 1} lift ${i} stopped`);
      const start = lines[3].indexOf(' 4 ') + 1;
      const gesture = { role: 'level', text: lines[3], start, end: start + 1 } as const;
      expect(() => taught(gesture, lines)).toThrow(/does not say which level/);
      const level = taught({ ...gesture, level: 'error' }, lines);
      expect(levels(lines, [level]).slice(0, 4)).toEqual(['debug', 'info', 'warn', 'error']);
    });

    test('a column of many words is none of levels', () => {
      const lines = repeat(40, (i) => `2026-06-12 09:41:${10 + i} guest${i} lift stopped`);
      expect(() => taught(show('level', lines, 2, 'guest2'), lines)).toThrow(/different words/);
    });
  });
});

describe('the start of a record is shown', () => {
  const log = [
    ...['Order 17 taken', 'Total: 3 beds', 'Guest: nobody', 'Order 18 taken', 'Total: 9 beds', 'and a cot'],
    ...['Order 19 taken', 'Total: 1 bed', 'Order 20 taken', 'Guest: Ada'],
  ];

  test('by a word', () => {
    const start = taught(show('recordStart', log, 0, 'Order'), log);
    expect(readLog(log, [start]).records.map(({ line }) => line)).toEqual([1, 4, 7, 9]);
  });

  test('by the shape of a number with its marks', () => {
    const lines = ['#17 ok', 'more', '#18 ok', 'more', 'even more', '#1904 ok'];
    const start = taught(show('recordStart', lines, 0, '#17'), lines);
    expect(readLog(lines, [start]).records.map(({ line }) => line)).toEqual([1, 3, 6]);
  });

  test('by a name that differs from line to line', () => {
    const lines = repeat(20, (i) => `<${['ada', 'bob', 'eve'][i % 3]}> hello ${i}\nand so on`)
      .join('\n')
      .split('\n');
    const start = taught(show('recordStart', lines, 0, '<ada>'), lines);
    expect(readLog(lines, [start]).records).toHaveLength(20);
  });

  test('a line with a time stamp goes on with the record all the same', () => {
    const lines = ['#17 ok', '2026-06-12 09:41:07 INFO inside', '#18 ok', '2026-06-12 09:41:08 INFO inside'];
    const start = taught(show('recordStart', lines, 0, '#17'), lines);
    expect(readLog(lines, [start]).records.map(({ line }) => line)).toEqual([1, 3]);
  });

  test('what nearly every line begins with says nothing', () => {
    const lines = repeat(20, (i) => `line ${i}`);
    expect(() => taught(show('recordStart', lines, 0, 'line'), lines)).toThrow(/Nearly every line/);
  });
});

describe('what is selected carelessly', () => {
  test('so much that what it teaches could not be kept is refused', () => {
    const lines = [`${repeat(200, (i) => String(i)).join('.')} crate`, 'a line', 'another one'];
    const all = show('recordStart', lines, 0, lines[0].slice(0, -6));
    expect(() => taught(all, lines)).toThrow(/too much to learn from/);
  });

  const lines = repeat(40, (i) => `<${odd(i)}> lift ${i} stopped`);

  test.each([
    ['brackets and blanks go along', '<21.11.26 00h00> '],
    ['exactly', '21.11.26 00h00'],
  ])('%s', (_, selected) => {
    const time = taught(show('time', lines, 0, selected), lines);
    expect(readLog(lines, [time]).records[0].time).toBe(Date.UTC(2026, 10, 21));
  });

  test.each([
    ['nothing', '', /Nothing is selected/],
    ['blanks', ' ', /Nothing is selected/],
    ['a time of day alone', '00h00', /Select the whole time stamp/],
    ['a word', 'lift', /Select the whole time stamp/],
  ])('%s is refused with what to do', (_, selected, reason) => {
    expect(() => taught(show('time', lines, 0, selected), lines)).toThrow(reason);
  });
});

describe('a date that can be read in two ways', () => {
  const reversed = (i: number): string => `${odd(i).replace('21.11.26', '05/06/26')}`;
  const lines = repeat(40, (i) => `${reversed(i)} lift ${i} stopped`);

  test('is read as in other countries where the lines say so', () => {
    const more = [...lines, '05/13/26 01h00 lift 1 stopped', '05/14/26 01h00 lift 2 stopped'];
    const time = taught(show('time', more, 0, '05/06/26 00h00'), more);
    expect(readLog(more, [time]).records[0].time).toBe(Date.UTC(2026, 4, 6));
  });
});

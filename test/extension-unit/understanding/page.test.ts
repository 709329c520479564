import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PageLine, stretchOf, understoodPage } from '../../../src/extension/understanding/page';
import { sentenceText } from '../../../src/protocol/sentence';
import type { SourceUnderstanding } from '../../../src/protocol/understanding';
import { colouredLine, shownLine, understoodSource } from './source';

function page(more: Partial<SourceUnderstanding> = {}): PageLine[] {
  return understoodPage(understoodSource(more), (sentence) => sentenceText(sentence));
}

function texts(more: Partial<SourceUnderstanding> = {}): string[] {
  return page(more).map(({ text }) => text);
}

/** What of a line each of its columns covers. */
function covered({ text, columns }: PageLine): string[] {
  return columns.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`);
}

const sample = colouredLine(7, '12:01 WARN tank is low', [
  ['time', '12:01'],
  ['level', 'WARN'],
  ['message', 'tank is low'],
]);

describe('the page of what was understood', () => {
  test('begins with the whole in words', () => {
    expect(texts().slice(0, 3)).toEqual([
      'time and level · 100 % with time · UTC+8',
      '1,200 lines · 1,000 records · 1,000 with a time',
      '0 lines fit no record · encoding utf8',
    ]);
  });

  test('names what wraps the lines', () => {
    expect(texts({ wrapper: 'cri' })[0]).toMatch(/ › time and level/);
  });

  test('warns before all else', () => {
    expect(texts({ timed: 100 })[3]).toBe('⚠ Only 10 % of the records have a time.');
    expect(texts().join('\n')).not.toContain('⚠');
  });

  test('has a legend whose names look like their columns', () => {
    const legend = page().find(({ text }) => text.startsWith('<time>'));
    expect(legend && covered(legend)).toEqual([
      'time: time stamp',
      'level: level',
      'component: component',
      'id: id',
    ]);
  });

  test('shows sample lines below their shape, columns at their places', () => {
    const lines = page({ samples: [sample] });
    const at = lines.findIndex(({ isHeading }) => isHeading);
    expect(lines[at]?.text).toBe('<time> <level> …');
    expect(lines[at + 1]?.text).toBe('   7  12:01 WARN tank is low');
    expect(covered(lines[at + 1] as PageLine)).toEqual([
      'time: 12:01',
      'level: WARN',
      'message: tank is low',
    ]);
  });

  test('says of lines without a header that no columns were found', () => {
    const samples = [colouredLine(1, 'tank is low', [['message', 'tank is low']])];
    expect(texts({ samples }).slice(-2)).toEqual(['No columns were found in:', '   1  tank is low']);
  });

  test('shows at most five of one shape', () => {
    const samples = Array.from({ length: 9 }, (_, i) => ({ ...sample, line: shownLine(i + 1, '').line }));
    expect(page({ samples }).filter(({ shows }) => shows)).toHaveLength(5);
  });

  test('lists what did not fit and what has no time', () => {
    const lines = texts({
      unfitLines: [shownLine(3, 'lost part')],
      timelessLines: [shownLine(4, 'no clock')],
    });
    expect(lines.slice(-6)).toEqual([
      '',
      'First lines that fit no record:',
      '   3  lost part',
      '',
      'First records without a time:',
      '   4  no clock',
    ]);
  });

  test('names each correction on a line of its own, whatever its text holds', () => {
    const correction = { role: 'time', place: { nth: 0 }, stamp: 'a\nb\u2028c' } as const;
    const [line] = page({ corrections: [correction] }).filter((one) => one.correction);
    expect(line).toMatchObject({ text: 'Shown: the time stamp, a b c', correction });
  });

  test('of log text never becomes more lines than it has, nor an unusual line end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        // The engine takes control characters off, the line ends among them.
        const text = raw.replace(/\p{Cc}/gu, '');
        const before = page().length;
        const lines = texts({ unfitLines: [shownLine(1, text)] });
        expect(lines.join('\n').split(/\r\n|[\n\r\u2028\u2029]/)).toHaveLength(before + 3);
      }),
    );
  });
});

describe('a selection in a line of the page', () => {
  const line = page({ samples: [sample] }).find(({ shows }) => shows) as PageLine;
  const at = line.text.indexOf('12:01');
  test.each<[string, number, number, string | undefined]>([
    ['is one in the log’s line', at, at + 5, '12:01'],
    ['that takes in the line number begins with the line', 0, at + 5, '12:01'],
    ['of the line number alone is none', 0, at, undefined],
    ['goes to the line’s end at most', at + 6, 999, 'WARN tank is low'],
  ])('%s', (_what, start, end, selected) => {
    const stretch = stretchOf(line, start, end);
    expect(stretch?.text.slice(stretch.start, stretch.end)).toBe(selected);
  });

  test('in a line that shows none of the log is none', () => {
    expect(stretchOf(page()[0] as PageLine, 0, 4)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completedBlocks } from '../../../src/engine/citations/answer-blocks';
import { unmarked } from '../../../src/engine/citations/checked-answer';
import { citedLines } from '../../../src/engine/citations/cited-lines';
import * as marks from '../../../src/engine/citations/marks';
import * as protocolMarks from '../../../src/protocol/answer-marks';
import { processorMs } from '../../processor-time';
import { checkedAnswer } from './checked-at-once';
import { bakery, recordsOf } from './records';

const records = recordsOf(bakery);

/** What answers are made of, so that odd mixtures come together often. */
const piece = fc.constantFrom(
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '[L2]',
    '[L99]',
    '[L1-L3]',
    '[B:L1]',
    '【L7】',
    '[',
    ']',
    '|',
    '\\',
    '\n',
    '\n\n',
    '\r\n',
  ],
  ...['- ', '1. ', '> ', '## ', '---', '|---|---|', '    ', ' ', '. ', '.', '。', '；', '**', '_', 'e.g.'],
  ...[
    'yeast supply',
    'ready',
    'order 4711',
    '烤箱温度',
    'Why',
    '\uE000',
    '\uE0001\uE001',
    '\uE002',
    '\uE003',
    '1',
    '-',
  ],
);
const answer = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** A stretch of a record's text that begins and ends at a word and holds no backtick. */
const trueQuote = fc.constantFrom(...bakery).chain((sample) => {
  const words = sample.text.split(/\s+/);
  return fc.tuple(fc.nat(words.length - 1), fc.nat(words.length - 1)).map(([a, b]) => ({
    quote: words.slice(Math.min(a, b), Math.max(a, b) + 1).join(' '),
    line: sample.line,
  }));
});

describe('an answer', () => {
  test('made of true quotes alone is never struck', () => {
    fc.assert(
      fc.property(fc.array(trueQuote, { minLength: 1, maxLength: 8 }), fc.boolean(), (quotes, inItems) => {
        const claims = quotes.map(({ quote, line }) => `\`${quote}\` [L${line}]`);
        const text = inItems ? claims.map((claim) => `- ${claim}`).join('\n') : `${claims.join('. ')}.`;
        const checked = checkedAnswer(text, records);
        expect(checked.struck).toBe(0);
        expect(checked.citations).toHaveLength(quotes.length);
      }),
    );
  });

  test('with a quote that is changed by one character is always struck', () => {
    fc.assert(
      fc.property(trueQuote, fc.nat(), ({ quote, line }, place) => {
        const at = place % quote.length;
        const changed = `${quote.slice(0, at)}¤${quote.slice(at + 1)}`;
        expect(
          checkedAnswer(`The yeast supply is below threshold: \`${changed}\` [L${line}].`, records).struck,
        ).toBe(1);
      }),
    );
  });

  test('has balanced marks, and is what the model wrote without them', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const checked = checkedAnswer(text, records);
        expect(unmarked(checked)).toBe(marks.withoutMarks(text));
        let isOpen = false;
        for (const { kind } of protocolMarks.markedPieces(checked.text)) {
          if (kind !== 'strikeStart' && kind !== 'strikeEnd') continue;
          expect(isOpen).toBe(kind === 'strikeEnd');
          isOpen = kind === 'strikeStart';
        }
        expect(isOpen).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('that still comes in keeps what was checked', () => {
    fc.assert(
      fc.property(answer, (raw) => {
        const text = marks.withoutMarks(raw);
        const whole = checkedAnswer(text, records).text;
        let settled = 0;
        for (let length = 0; length <= text.length; length++) {
          const upTo = completedBlocks(text.slice(0, length));
          expect(upTo).toBeGreaterThanOrEqual(settled);
          settled = upTo;
          const shown = checkedAnswer(text.slice(0, upTo), records).text;
          expect(whole.startsWith(shown)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('asks only for lines it cites', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const told = citedLines(text);
        checkedAnswer(text, (document, line) => {
          expect(told.get(document)).toContain(line);
          return records(document, line);
        });
      }),
    );
  });
});

describe('hostile text takes time linear in its length', () => {
  const length = 200_000;
  const cases: readonly (readonly [string, string])[] = [
    ['backticks of every length', Array.from({ length: 600 }, (_, n) => `${'`'.repeat(n + 1)} `).join('')],
    ['brackets', '['.repeat(length)],
    ['citations', '[L1] '.repeat(length / 10)],
    ['full stops', '.'.repeat(length)],
    ['full stops apart', '. '.repeat(length / 2)],
    ['marks of lists in each other', '- '.repeat(length / 2)],
    ['quotes in each other', '> '.repeat(length / 2)],
    ['bars', '|'.repeat(length)],
    ['backslashes', '\\'.repeat(length)],
    ['an endless citation', `[L1${', L1'.repeat(length / 4)}`],
    ['blanks', `${' '.repeat(length)}[L1]`],
    ['dashes', '-'.repeat(length)],
    ['quotes in one claim', '`a` [L1]'.repeat(length / 20)],
  ];
  test.each(cases)('%s', (_, text) => {
    const took = processorMs(() => {
      const checked = checkedAnswer(text, records);
      completedBlocks(text);
      expect(unmarked(checked)).toBe(text);
    });
    // It takes some 50 ms; what is not linear takes minutes.
    expect(took).toBeLessThan(5000);
  });
});

test('marks are the ones the page reads', () => {
  expect([marks.strikeStart, marks.strikeEnd]).toEqual([protocolMarks.strikeStart, protocolMarks.strikeEnd]);
  expect(marks.citationMark(12)).toBe(protocolMarks.citationMark(12));
  expect(marks.withoutMarks('a\uE000\uE001\uE002\uE003b')).toBe(
    protocolMarks.withoutMarks('a\uE000\uE001\uE002\uE003b'),
  );
});

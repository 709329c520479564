import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineNumber } from '../../../src/engine/model/units';
import { AnswerCheck } from '../../../src/node/assistant/answer-check';
import { Breather } from '../../../src/node/assistant/breather';
import { GrowingCheck } from '../../../src/node/assistant/growing-check';
import { checkedAnswer } from '../../engine/citations/checked-at-once';

const line = 3 as LineNumber;
const record = {
  firstLine: line,
  lastLine: line,
  text: 'the pool is empty',
  templateWords: ['pool'],
  parameters: [],
};
const recordOf = (_: string, asked: LineNumber) => (asked === line ? record : null);
const { signal } = new AbortController();

function growing(): GrowingCheck {
  const log = { citedRecords: async (lines: readonly LineNumber[]) => lines.map((one) => recordOf('', one)) };
  return new GrowingCheck(new AnswerCheck(log, () => []), new Breather(() => 0));
}

const pieces = fc.constantFrom(
  ...[
    '`the pool is empty` [L3]',
    '`full` [L3]',
    ' [L4] ',
    'The pool',
    '. ',
    '\n',
    '\n\n',
    '\r\n\r\n',
    '- ',
    '1. ',
    '    ',
  ],
  ...['| a | b |\n|---|---|\n', '| `full` [L3] | x |\n', 'a | [L9]\n', '```\n', '> ', '## ', '~~~\n', '`'],
);

describe('an answer that is checked as it grows', () => {
  it('ends as it does checked at once, wherever it was looked at on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 30 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        async (parts, cuts) => {
          const text = parts.join('');
          const check = growing();
          const ends = cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b);
          let last = 0;
          for (const end of ends) {
            const settled = check.settledEnd(text.slice(0, end));
            if (settled <= last) continue;
            last = settled;
            await check.all(text.slice(0, settled), signal);
          }
          expect(await check.all(text, signal)).toEqual(checkedAnswer(text, recordOf));
        },
      ),
      { numRuns: 500 },
    );
  });
});

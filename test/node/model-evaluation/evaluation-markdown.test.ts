import { describe, expect, it } from 'vitest';
import { evaluationMarkdown } from '../../../src/node/model-evaluation/evaluation-markdown';
import type { EvaluationTable } from '../../../src/node/model-evaluation/evaluation-page';

/** A page of 400 px leaves a table of three columns so many letters in each. */
const mostLetters = 12;
const table: EvaluationTable = {
  ...{ title: 'Categories', words: 2 },
  head: ['Category', 'a-model/of_a-very.long_name-without_any_blank', 'Examples'],
  rows: [
    ['payments_gateway_connection_pool_exhausted', 'x'.repeat(70), '1,234,567'],
    ['磁盘已满磁盘已满磁盘已满磁盘已满', 'disk full', '0.91234567890123'],
  ],
};

function cellsOf({ head, rows, ...rest }: EvaluationTable): string[][] {
  const page = { title: '', about: [], notes: [], tables: [{ ...rest, head, rows }] };
  const lines = evaluationMarkdown(page).split('\n');
  const isRow = (line: string) => line.startsWith('| ') && !line.includes('---');
  return lines.filter(isRow).map((line) => line.slice(2, -2).split(' | '));
}

describe('an evaluation as a page of Markdown', () => {
  it('has no word in its tables that a narrow page would have to cut', () => {
    const pieces = cellsOf(table).flatMap((row) =>
      row.slice(0, 2).flatMap((cell) => cell.replaceAll('\\', '').split(/[\s\u200b-]/)),
    );
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(mostLetters);
  });

  it('breaks no figure, and nothing but long words', () => {
    const [, first, second] = cellsOf(table);
    expect([first[2], second[2], second[1]]).toEqual(['1,234,567', '0.91234567890123', 'disk full']);
    const [, plain] = cellsOf({ ...table, rows: [['network', '1.5 or built-in', '1']] });
    expect(plain).toEqual(['network', '1.5 or built-in', '1']);
  });

  it('says the same once the places to break are taken out', () => {
    const cells = cellsOf(table).map((row) => row.map((cell) => cell.replaceAll(/[\\\u200b]/g, '')));
    expect(cells).toEqual([table.head, ...table.rows]);
  });
});

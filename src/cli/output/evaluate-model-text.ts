import type { EvaluatedModel } from '../../node/model-evaluation/evaluated-model';
import { type EvaluationTable, evaluationPage } from '../../node/model-evaluation/evaluation-page';
import { columnsOf } from '../terminal/fit-width';
import type { Voice } from './finding-text';

/** What `oddline evaluate-model` says to people. */
export function evaluateModelText(evaluated: EvaluatedModel, { palette, tell }: Voice): string {
  const { title, about, tables, notes } = evaluationPage(evaluated, tell);
  const blocks = [
    [palette.strong(safe(title)), ...about.map(safe)],
    ...tables.map(tableLines),
    notes.map(safe),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function tableLines({ title, words, head, rows }: EvaluationTable): string[] {
  const cells = [head, ...rows].map((row) => row.map(safe));
  const widths = head.map((_, at) => Math.max(...cells.map((row) => columnsOf(row[at]))));
  const lines = cells.map((row) =>
    row
      .map((cell, at) => {
        const room = ' '.repeat(widths[at] - columnsOf(cell));
        return at < words ? cell + room : room + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  return title === '' ? lines : [safe(title), ...lines];
}

/** Names of models and files may hold anything: they cannot move the cursor. */
function safe(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ');
}

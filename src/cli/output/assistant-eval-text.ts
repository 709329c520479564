import { type Share, totalsOf } from '../../engine/evaluate/answers/answer-totals';
import type { Sentence } from '../../engine/model/finding';
import { withoutControls } from '../../engine/triage/evidence/shown-line';
import type { AnsweredExercise } from '../../node/assistant-evaluation/answered-exercise';
import type { ModelDestination } from '../../node/llm/chat-model';
import { grouped } from '../../protocol/sentence';
import type { Voice } from './finding-text';

export interface EvaluatedAnswerer {
  /** As its server calls it. */
  readonly name: string;
  /** Null where nobody was asked. */
  readonly destination: ModelDestination | null;
  readonly answers: readonly AnsweredExercise[];
  /** Null where no price is known. */
  readonly cost: number | null;
}

/** What `oddline assistant-eval` says to people. */
export function assistantEvalText(evaluated: EvaluatedAnswerer, { palette, tell }: Voice): string {
  const { answers, cost } = evaluated;
  const texts = [
    palette.strong(tell(titleOf(evaluated))),
    ...table([heads, ...answers.map(row), totalRow(answers)]),
    ...legend.map((sentence) => tell(sentence)),
    ...(answers.some(({ effort }) => effort.isEstimate) ? [tell(estimated)] : []),
    ...(cost === null ? [] : [tell({ pattern: 'Cost: {0}', values: [cost.toPrecision(3)] })]),
    ...answers.flatMap(({ name, failure }) =>
      failure ? [`${name}: ${withoutControls(tell(failure))}`] : [],
    ),
  ];
  return `${texts.join('\n')}\n`;
}

function titleOf({ name, destination, answers }: EvaluatedAnswerer): Sentence {
  const values = [grouped(answers.length), withoutControls(name), destination?.host ?? ''];
  if (destination === null) return { pattern: '{0} answers by {1}', values };
  return destination.kind === 'local'
    ? { pattern: '{0} answers by {1} at {2}, on this machine', values }
    : { pattern: '{0} answers by {1} at {2}', values };
}

/** Of the table; explained below it. */
const heads = ['', '', '', 'cause', 'withheld', 'signs', 'lines', 'struck', 'steps', 'tokens', 's'];

const legend: readonly Sentence[] = [
  {
    pattern:
      '{0}: named, with where it comes from. {1}: “not enough evidence” or “nothing wrong” said where it is so.',
    values: ['cause', 'withheld'],
  },
  {
    pattern:
      '{0}: messages of the cause cited, of all. {1}: lines cited that belong to it, of all cited. {2}: citations that proved nothing.',
    values: ['signs', 'lines', 'struck'],
  },
];

const estimated: Sentence = { pattern: 'Tokens are estimated: the server did not count them.', values: [] };

function row({ name, shape, kind, score, effort }: AnsweredExercise): string[] {
  const { signs, signsCited, plantedCited, linesCited, struck, citations } = score;
  return [
    ...[name, shape, kind ?? '–', mark(score.causeNamed), mark(score.withheld)],
    ...[`${signsCited}/${signs}`, `${plantedCited}/${linesCited}`, `${struck}/${citations}`],
    ...effortCells(effort.steps, effort.promptTokens + effort.answerTokens, effort.seconds),
  ];
}

function totalRow(answers: readonly AnsweredExercise[]): string[] {
  const totals = totalsOf(answers.map(({ score }) => score));
  const { causesNamed, withheldRightly, signsCited, citedPlanted, struck } = totals;
  const sum = (of: (effort: AnsweredExercise['effort']) => number) =>
    answers.reduce((total, { effort }) => total + of(effort), 0);
  return [
    ...['all', '', '', ...[causesNamed, withheldRightly, signsCited, citedPlanted, struck].map(share)],
    ...effortCells(
      sum(({ steps }) => steps),
      sum(({ promptTokens, answerTokens }) => promptTokens + answerTokens),
      sum(({ seconds }) => seconds),
    ),
  ];
}

const effortCells = (steps: number, tokens: number, seconds: number): string[] => [
  ...[grouped(steps), grouped(tokens), seconds.toFixed(1)],
];
const mark = (value: boolean | null): string => (value === null ? '–' : value ? 'yes' : 'no');
const share = ({ count, of }: Share): string => `${grouped(count)}/${grouped(of)}`;

/** Figures to the right, words to the left. */
function table(cells: readonly (readonly string[])[]): string[] {
  const widths = cells[0].map((_, at) => Math.max(...cells.map((each) => each[at].length)));
  return cells.map((each) =>
    each
      .map((cell, at) => (at < 3 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
      .join('  ')
      .trimEnd(),
  );
}

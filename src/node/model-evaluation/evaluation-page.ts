import type {
  AnsweredAs,
  CategoryMeasures,
  ClassificationMeasures,
} from '../../engine/evaluate/classification/classification-measures';
import type { Sentence } from '../../engine/model/finding';
import type { Tell } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';
import type { EvaluatedModel } from './evaluated-model';

/** An evaluation in words and tables, in the reader's language; any face draws it. Names of models and files may hold anything. */
export interface EvaluationPage {
  readonly title: string;
  readonly about: readonly string[];
  readonly tables: readonly EvaluationTable[];
  readonly notes: readonly string[];
}

export interface EvaluationTable {
  readonly title: string;
  /** So many columns hold words, from the first; the others figures. */
  readonly words: number;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function evaluationPage(evaluated: EvaluatedModel, tell: Tell): EvaluationPage {
  const { name, measures, detectors } = evaluated;
  const beside = tell({ pattern: 'Built-in detectors', values: [] });
  const columns: readonly Column[] = [
    { name, measures },
    ...(detectors === null ? [] : [{ name: beside, measures: detectors.measures }]),
  ];
  return {
    title: tell({ pattern: 'Evaluation of {0}', values: [name] }),
    about: [whatOf(evaluated), whereTo(evaluated), effortOf(evaluated), ...learnedOf(evaluated)].map((one) =>
      tell(one),
    ),
    tables: [
      measuresTable(columns, tell),
      ...columns.map((column) => confusionTable(column, tell)),
      ...(measures.categories === null ? [] : [categoryTable(measures.categories, tell)]),
    ],
    notes: [...countsOf(evaluated), ...wrongOf(evaluated, tell), ...evaluated.notes].map((note) =>
      tell(note),
    ),
  };
}

interface Column {
  readonly name: string;
  readonly measures: ClassificationMeasures;
}

function whatOf({ examples, of, file, format }: EvaluatedModel): Sentence {
  return {
    pattern: '{0} of {1} examples of {2} ({3}).',
    values: [grouped(examples), grouped(of), file, format],
  };
}

function whereTo({ destination, redacted }: EvaluatedModel): Sentence {
  if (destination === null)
    return { pattern: 'The model ran on this machine; nothing was sent.', values: [] };
  const values = [destination.host];
  if (destination.kind === 'local')
    return redacted
      ? { pattern: 'Asked on this machine ({0}), secrets and personal data hidden.', values }
      : { pattern: 'Asked on this machine ({0}), nothing hidden.', values };
  return redacted
    ? { pattern: 'Sent to {0}, secrets and personal data hidden.', values }
    : { pattern: 'Sent to {0}, nothing hidden.', values };
}

function effortOf({ seconds, tokens, destination }: EvaluatedModel): Sentence {
  const took = seconds.toFixed(1);
  if (tokens !== null)
    return {
      pattern: 'It took {0} s, {1} tokens of questions and {2} of answers.',
      values: [took, grouped(tokens.promptTokens), grouped(tokens.answerTokens)],
    };
  if (destination === null) return { pattern: 'It took {0} s.', values: [took] };
  return { pattern: 'It took {0} s; the server counts no tokens.', values: [took] };
}

function learnedOf({ detectors }: EvaluatedModel): Sentence[] {
  if (detectors === null) return [];
  const values = [grouped(detectors.learned), detectors.seconds.toFixed(1)];
  return [
    {
      pattern:
        'The built-in detectors learned from {0} normal examples of the training split and judged the same examples in {1} s.',
      values,
    },
  ];
}

function measuresTable(columns: readonly Column[], tell: Tell): EvaluationTable {
  const row = (label: Sentence, cell: (one: ClassificationMeasures) => number | null) => [
    tell(label),
    ...columns.map(({ measures }) => share(cell(measures))),
  ];
  return {
    ...{ title: '', words: 1 },
    head: ['', ...columns.map(({ name }) => name)],
    rows: [
      row({ pattern: 'Accuracy', values: [] }, ({ accuracy }) => accuracy),
      row({ pattern: 'Precision', values: [] }, ({ precision }) => precision),
      row({ pattern: 'Recall', values: [] }, ({ recall }) => recall),
      row({ pattern: 'F1', values: [] }, ({ f1 }) => f1),
    ],
  };
}

/** What was said stands in rows: so it fits a narrow page. */
function confusionTable({ name, measures }: Column, tell: Tell): EvaluationTable {
  const { normal, anomalous } = measures.confusion;
  const row = (said: Sentence, verdict: keyof AnsweredAs) => [
    tell(said),
    ...[normal[verdict], anomalous[verdict]].map(grouped),
  ];
  return {
    title: tell({ pattern: '{0}: verdicts by label', values: [name] }),
    words: 1,
    head: [
      '',
      tell({ pattern: 'labelled normal', values: [] }),
      tell({ pattern: 'labelled anomalous', values: [] }),
    ],
    rows: [
      row({ pattern: 'said normal', values: [] }, 'normal'),
      row({ pattern: 'said anomalous', values: [] }, 'anomalous'),
      row({ pattern: 'said neither', values: [] }, 'neither'),
    ],
  };
}

function categoryTable({ cells, right, examples }: CategoryMeasures, tell: Tell): EvaluationTable {
  return {
    title: tell({
      pattern: 'Categories named rightly: {0} of {1}',
      values: [grouped(right), grouped(examples)],
    }),
    words: 2,
    head: [
      tell({ pattern: 'Category', values: [] }),
      tell({ pattern: 'Said', values: [] }),
      tell({ pattern: 'Examples', values: [] }),
    ],
    rows: cells.map(({ expected, answered, count }) => [expected, answered ?? '–', grouped(count)]),
  };
}

function countsOf({ unreadable, failed }: EvaluatedModel): Sentence[] {
  const notes: Sentence[] = [];
  if (unreadable > 0)
    notes.push({
      pattern: 'Answers whose verdict cannot be read: {0}. They count as wrong.',
      values: [grouped(unreadable)],
    });
  if (failed > 0)
    notes.push({
      pattern: 'Examples without an answer: {0}. They count as wrong.',
      values: [grouped(failed)],
    });
  return notes;
}

function wrongOf({ wrong, file }: EvaluatedModel, tell: Tell): Sentence[] {
  if (wrong.length === 0) return [];
  const lines = wrong.map(({ line, expected, answered }) => {
    const said = answered === null ? '–' : tell(verdicts[answered]);
    return `${line} (${tell(verdicts[expected])} → ${said})`;
  });
  return [
    {
      pattern: 'Answered otherwise than it is, the first lines of {0}: {1}.',
      values: [file, lines.join(', ')],
    },
  ];
}

const verdicts = {
  normal: { pattern: 'normal', values: [] },
  anomalous: { pattern: 'anomalous', values: [] },
} as const satisfies Record<string, Sentence>;

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(4);
}

import { access, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type ClassifiedExample,
  measureClassified,
} from '../../engine/evaluate/classification/classification-measures';
import { fewLearned } from '../../engine/evaluate/notes';
import type { Sentence } from '../../engine/model/finding';
import type { DetectorVerdicts, JudgeRequest } from '../../protocol/model-evaluation';
import type { Answerer, ModelAnswer } from './answerer';
import type { EvaluatedDetectors, EvaluatedModel, Tokens, WrongAnswer } from './evaluated-model';
import type { EvaluationExample } from './evaluation-example';
import { evaluationError } from './evaluation-problems';
import { evenly } from './evenly';
import { judgeByDetectors } from './judge-by-detectors';
import { type ReadExamples, readExamples } from './read-examples';

export interface ModelEvaluationTask {
  /** A data set's folder, or a file of examples. */
  readonly data: string;
  readonly answerer: Answerer;
  /** So many examples at most, evenly from all; null takes each. */
  readonly limit: number | null;
  /** Of what is asked where the data set holds the log alone. */
  readonly language: 'en' | 'zh';
  readonly signal: AbortSignal;
  /** Seconds, from anywhere. */
  readonly now: () => number;
  /** Who judges beside the model; left out: this thread. */
  readonly detectors?: (request: JudgeRequest, signal: AbortSignal) => Promise<DetectorVerdicts | null>;
  /** How many examples of the test split have been read. */
  readonly onRead?: ((examples: number) => void) | undefined;
  readonly onAnswered?: ((answered: number, of: number) => void) | undefined;
}

export interface EvaluationFiles {
  readonly test: string;
  /** What the detectors learn from; null where there is none. */
  readonly train: string | null;
}

const mostWrong = 20;

/** Rejects with InputError, or with the signal's reason; nothing of a half evaluation is told. */
export async function evaluateModel(task: ModelEvaluationTask): Promise<EvaluatedModel> {
  const { answerer, limit, language, signal, now } = task;
  const files = await evaluationFiles(task.data);
  const read = await readExamples(files.test, language, signal, task.onRead);
  const examples = evenly(read.examples, limit);
  const since = now();
  let answered = 0;
  const answers = await answerer.answersTo(examples, signal, () =>
    task.onAnswered?.(++answered, examples.length),
  );
  const seconds = now() - since;
  const { detectors, notes } = await besideIt(files, examples, task);
  const classified = examples.map((example, at) => classifiedAs(example, answers[at]));
  return {
    ...{ name: answerer.name, destination: answerer.destination, redacted: answerer.redacted },
    ...{
      file: basename(files.test),
      format: read.format,
      examples: examples.length,
      of: read.examples.length,
    },
    measures: measureClassified(classified),
    unreadable: answers.filter(({ verdict, hasFailed }) => verdict === null && !hasFailed).length,
    failed: answers.filter(({ hasFailed }) => hasFailed).length,
    tokens: tokensOf(answers),
    ...{ seconds, detectors },
    wrong: wrongOnes(examples, classified),
    notes: [...notes, ...skippedNote(read)],
  };
}

/** Asked before long work, too. Throws InputError. */
export async function evaluationFiles(data: string): Promise<EvaluationFiles> {
  const found = await stat(data).catch(() => undefined);
  const isFolder = found?.isDirectory() === true;
  const test = isFolder ? join(data, 'test.jsonl') : data;
  if (isFolder && !(await isThere(test))) throw evaluationError('no-test', data);
  const train = join(dirname(test), 'train.jsonl');
  const hasTrain = basename(test) !== 'train.jsonl' && (await isThere(train));
  return { test, train: hasTrain ? train : null };
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function classifiedAs(
  { label, category }: EvaluationExample,
  answer: Pick<ModelAnswer, 'verdict' | 'category'>,
): ClassifiedExample {
  const { verdict: answered, category: answeredCategory } = answer;
  return { expected: label, answered, expectedCategory: category, answeredCategory };
}

async function besideIt(
  { train, test }: EvaluationFiles,
  examples: readonly EvaluationExample[],
  { limit, signal, detectors: judge = judgeByDetectors }: ModelEvaluationTask,
): Promise<{ readonly detectors: EvaluatedDetectors | null; readonly notes: readonly Sentence[] }> {
  const found = train === null ? null : await judge({ train, test, limit }, signal);
  if (found === null) return { detectors: null, notes: [nothingToLearn] };
  const { verdicts, learned, seconds } = found;
  const classified = examples.map((example, at) =>
    classifiedAs(example, { verdict: verdicts[at], category: null }),
  );
  return {
    detectors: { measures: measureClassified(classified), learned, seconds },
    notes: fewLearned(learned),
  };
}

const nothingToLearn: Sentence = {
  pattern:
    'The detectors are not beside it: there is no train.jsonl with normal examples beside the test split to learn from.',
  values: [],
};

function skippedNote({ skipped }: ReadExamples): Sentence[] {
  if (skipped === 0) return [];
  return [
    {
      pattern: 'Lines passed over, since they are no example or their label cannot be read: {0}.',
      values: [skipped],
    },
  ];
}

/** Null where nobody counted any. */
function tokensOf(answers: readonly ModelAnswer[]): Tokens | null {
  const counted = answers.flatMap(({ tokens }) => (tokens === null ? [] : [tokens]));
  if (counted.length === 0) return null;
  return {
    promptTokens: counted.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    answerTokens: counted.reduce((sum, { answerTokens }) => sum + answerTokens, 0),
  };
}

function wrongOnes(
  examples: readonly EvaluationExample[],
  classified: readonly ClassifiedExample[],
): WrongAnswer[] {
  return classified
    .flatMap(({ expected, answered }, at) =>
      expected === answered ? [] : [{ line: examples[at].line, expected, answered }],
    )
    .slice(0, mostWrong);
}

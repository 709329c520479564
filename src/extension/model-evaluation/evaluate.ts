import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { ModelEvaluationTask } from '../../node/model-evaluation/evaluate-model';
import type { EvaluatedModel } from '../../node/model-evaluation/evaluated-model';
import { formatNumber, localise } from '../shared/localise';
import { chooseJudge } from './choose-judge';
import type { Evaluations } from './evaluations';
import { loadEvaluation } from './load-evaluation';
import { type OpenedAnswerer, openAnswerer } from './open-answerer';
import type { ModelEvaluationParts } from './parts';
import { inStep } from './step';
import { tellTrouble } from './trouble';

/** Of a folder or a file, else of the folder that is chosen. Resolves with the measures, undefined where it was given up or failed, which is told. */
export async function evaluate(
  argument: unknown,
  parts: ModelEvaluationParts,
  evaluations: Evaluations,
): Promise<EvaluatedModel | undefined> {
  const data = argument instanceof vscode.Uri ? argument.fsPath : await askFolder();
  if (data === undefined) return undefined;
  try {
    const { evaluationMarkdown, evaluationPage } = await loadEvaluation();
    const count = await exampleCount(data);
    const judge = count === undefined ? undefined : await chooseJudge();
    const limit = count === undefined || judge === undefined ? undefined : await askLimit(count);
    if (count === undefined || limit === undefined) return undefined;
    const asked = { name: basename(data), count: Math.min(count, limit ?? count) };
    const opened = judge && (await openAnswerer(judge, asked, parts));
    if (!opened) return undefined;
    const evaluated = await inProgress({ data, limit }, opened, parts).finally(() => opened.dispose());
    if (!evaluated) return undefined;
    const page = evaluationPage(evaluated, localise);
    await evaluations.show(page.title, evaluationMarkdown(page));
    return evaluated;
  } catch (error) {
    tellTrouble(error, parts.output);
    return undefined;
  }
}

/** Before anything is asked: a data set that cannot be used is told at once. Undefined where a person gave up. */
async function exampleCount(data: string): Promise<number | undefined> {
  const { evaluationFiles, readExamples } = await loadEvaluation();
  const { test } = await evaluationFiles(data);
  return inStep(vscode.l10n.t('Reading {0}', basename(test)), async ({ signal, tell }) => {
    const onRead = (examples: number) => tell(readText(examples));
    const { examples } = await readExamples(test, 'en', signal, onRead);
    return examples.length;
  });
}

function readText(examples: number): string {
  return vscode.l10n.t('{0} examples read', formatNumber(examples));
}

async function askFolder(): Promise<string | undefined> {
  const here = vscode.window.activeTextEditor?.document.uri;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the folder of a data set: its test split is asked about'),
    openLabel: vscode.l10n.t('Choose'),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(here?.scheme === 'file' ? { defaultUri: vscode.Uri.file(dirname(here.fsPath)) } : {}),
  });
  return chosen?.find(({ scheme }) => scheme === 'file')?.fsPath;
}

/** Null: all. Undefined where a person gave up. */
async function askLimit(count: number): Promise<number | null | undefined> {
  const isRight = (text: string) => /^\s*\d{0,9}\s*$/.test(text);
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Most examples to ask about'),
    prompt: vscode.l10n.t(
      'They are taken evenly from the test split. Empty: all {0} of them.',
      formatNumber(count),
    ),
    validateInput: (value) =>
      isRight(value) ? undefined : vscode.l10n.t('Type a whole number, or nothing.'),
  });
  if (text === undefined) return undefined;
  return Number(text) > 0 ? Number(text) : null;
}

/** Reads, asks, and has the detectors judge the same; undefined where it was cancelled. */
async function inProgress(
  asked: Pick<ModelEvaluationTask, 'data' | 'limit'>,
  { answerer }: OpenedAnswerer,
  { datasets }: Pick<ModelEvaluationParts, 'datasets'>,
): Promise<EvaluatedModel | undefined> {
  const { evaluateModel } = await loadEvaluation();
  return inStep(vscode.l10n.t('Evaluating {0}', answerer.name), ({ signal, tell }) =>
    evaluateModel({
      ...{ ...asked, answerer, signal },
      language: vscode.env.language.startsWith('zh') ? 'zh' : 'en',
      now: () => performance.now() / 1_000,
      onRead: (examples) => tell(readText(examples)),
      onAnswered: (answered, of) =>
        tell(vscode.l10n.t('{0} of {1} answered', formatNumber(answered), formatNumber(of)), 1 / of),
      detectors: (request, cancelled) => {
        tell(vscode.l10n.t('The built-in detectors judge the same examples'));
        return datasets.judge(request, { signal: cancelled });
      },
    }),
  );
}

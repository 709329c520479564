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
    const judge = await chooseJudge();
    const limit = judge && (await askLimit(count));
    if (limit === undefined) return undefined;
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

/** Before anything is asked: a data set that cannot be used is told at once. */
async function exampleCount(data: string): Promise<number> {
  const { evaluationFiles, readExamples } = await loadEvaluation();
  const { test } = await evaluationFiles(data);
  const { examples } = await readExamples(test, 'en', new AbortController().signal);
  return examples.length;
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

/** In a notification that cancels; undefined where it was. */
async function inProgress(
  asked: Pick<ModelEvaluationTask, 'data' | 'limit'>,
  { answerer }: OpenedAnswerer,
  { datasets }: Pick<ModelEvaluationParts, 'datasets'>,
): Promise<EvaluatedModel | undefined> {
  const { evaluateModel } = await loadEvaluation();
  const abort = new AbortController();
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Evaluating {0}', answerer.name);
  try {
    return await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      return evaluateModel({
        ...asked,
        answerer,
        detectors: (request, signal) => datasets.judge(request, { signal }),
        language: vscode.env.language.startsWith('zh') ? 'zh' : 'en',
        signal: abort.signal,
        now: () => performance.now() / 1_000,
        onAnswered: (answered, of) =>
          progress.report({
            increment: 100 / of,
            message: vscode.l10n.t('{0} of {1} answered', answered, of),
          }),
      });
    });
  } catch (error) {
    if (abort.signal.aborted) return undefined;
    throw error;
  }
}

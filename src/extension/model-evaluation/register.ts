import * as vscode from 'vscode';
import { DatasetClient } from '../../node/dataset-worker/dataset-client';
import { evaluate } from './evaluate';
import { Evaluations } from './evaluations';
import type { ModelEvaluationParts } from './parts';

/** How good a fine-tuned model is on the test split of a data set, beside the detectors. */
export function registerModelEvaluation(
  context: vscode.ExtensionContext,
  given: Pick<ModelEvaluationParts, 'output'>,
): void {
  const { secrets } = context;
  const classifierPath = context.asAbsolutePath('dist/semantic-worker.js');
  const datasets = new DatasetClient(context.asAbsolutePath('dist/dataset-worker.js'));
  const evaluations = new Evaluations();
  context.subscriptions.push(
    evaluations,
    vscode.commands.registerCommand('oddline.evaluateModel', (argument: unknown) =>
      evaluate(argument, { ...given, secrets, classifierPath, datasets }, evaluations),
    ),
  );
}

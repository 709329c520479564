import type * as vscode from 'vscode';
import type { DatasetClient } from '../../node/dataset-worker/dataset-client';
import type { Output } from '../shared/output';

export interface ModelEvaluationParts {
  readonly secrets: vscode.SecretStorage;
  readonly output: Output;
  /** In whose thread the detectors judge. */
  readonly datasets: Pick<DatasetClient, 'judge'>;
  /** The built `semantic-worker.js`, in which classifiers run. */
  readonly classifierPath: string;
}

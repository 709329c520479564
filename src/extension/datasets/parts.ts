import type * as vscode from 'vscode';
import type { DatasetClient } from '../../node/dataset-worker/dataset-client';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { Output } from '../shared/output';
import type { WorkspaceConsent } from '../shared/workspace-consent';

export interface DatasetParts {
  readonly analyses: AnalysedLogs;
  readonly consent: WorkspaceConsent;
  readonly output: Output;
  readonly client: DatasetClient;
  /** Of this extension: its folder, its version. */
  readonly extension: vscode.Extension<unknown>;
  readonly globalStorage: vscode.Uri;
  readonly secrets: vscode.SecretStorage;
}

import type * as vscode from 'vscode';
import type { SemanticThread } from '../../node/semantic/semantic-thread';
import type { Analyses } from '../shared/analyses';
import type { LogEditors } from '../shared/log-editors';
import type { Output } from '../shared/output';

export interface SemanticParts {
  readonly analyses: Analyses;
  readonly editors: LogEditors;
  readonly output: Output;
  readonly secrets: vscode.SecretStorage;
  /** Where downloaded models and vectors are kept. */
  readonly storageUri: vscode.Uri;
  /** Started by the first question. */
  readonly thread: SemanticThread;
}

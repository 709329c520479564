import type * as vscode from 'vscode';
import type { CitableDocument, InvestigationLimits } from '../../node/assistant/investigation';
import type { GoodLog } from '../../protocol/assistant-log';
import type { Analyses } from '../shared/analyses';

export interface ModelToolsParts {
  readonly analyses: Analyses;
  readonly good: GoodLogs;
  readonly limits: () => InvestigationLimits;
}

/** Logs that one may be compared with, by the names a model may call them by. */
export interface GoodLogs {
  of(uri: vscode.Uri): ReadonlyMap<string, GoodLog>;
  documents(uri: vscode.Uri): readonly CitableDocument[];
}

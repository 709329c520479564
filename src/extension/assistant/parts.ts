import type * as vscode from 'vscode';
import type { SourcesClient } from '../../node/sources/sources-client';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { ComparedReports } from '../shared/compared-reports';
import type { LogMetrics } from '../shared/log-metrics';
import type { LogSources } from '../shared/log-sources';
import type { Output } from '../shared/output';
import type { SourceConsent } from '../shared/source-consent';

export interface AssistantParts {
  readonly analyses: AnalysedLogs;
  readonly compared: ComparedReports;
  readonly metrics: LogMetrics;
  readonly sources: LogSources;
  readonly consent: Pick<SourceConsent, 'mayUse'>;
  readonly fetch: SourcesClient['fetch'];
  readonly secrets: vscode.SecretStorage;
  readonly output: Output;
  readonly extensionUri: vscode.Uri;
  /** Of the workspace, where there is one: conversations are kept there. */
  readonly storageUri: vscode.Uri;
  /** The built `analysis-worker.js`. */
  readonly workerPath: string;
}

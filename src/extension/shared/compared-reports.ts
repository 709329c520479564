import type * as vscode from 'vscode';
import type { ComparisonReport, GoodLogs } from '../../protocol/analysis';

export interface ComparedReport {
  readonly good: GoodLogs;
  readonly report: ComparisonReport;
  /** The log is no longer the one that was compared. */
  readonly stale: boolean;
}

/** What logs were held against good ones and what came of it, for who shows it beside the tree. */
export interface ComparedReports {
  get(uri: vscode.Uri): ComparedReport | undefined;
  readonly onDidChange: vscode.Event<void>;
}

import type * as vscode from 'vscode';
import type { MetricsAnswer, MetricsOrigin, MetricsWindow } from '../../protocol/metrics';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { ComparedReports } from '../shared/compared-reports';
import type { Output } from '../shared/output';
import type { Readings } from '../shared/readings';
import type { Settings } from '../shared/settings';

export interface DashboardParts {
  readonly analyses: AnalysedLogs;
  readonly readings: Readings;
  readonly compared: ComparedReports;
  readonly metrics: MetricsOfLogs;
  readonly settings: Settings;
  readonly output: Output;
  readonly extensionUri: vscode.Uri;
}

/** Where figures beside a log come from, and what they are. */
export interface MetricsOfLogs {
  of(uri: vscode.Uri): readonly MetricsOrigin[];
  read(uri: vscode.Uri, window: MetricsWindow, signal: AbortSignal): Promise<MetricsAnswer>;
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

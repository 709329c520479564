import * as vscode from 'vscode';
import type { AnalysedLog } from '../shared/analyses';

/** The log itself, or the file of one of its baselines. */
export function sourceUri(log: AnalysedLog, source: number): vscode.Uri {
  const summary = log.report.sources[source];
  return summary?.role === 'baseline' ? vscode.Uri.file(summary.path) : log.uri;
}

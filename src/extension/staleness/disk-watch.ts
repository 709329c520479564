import * as vscode from 'vscode';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { AnalysedLog } from '../shared/analyses';
import { diskChange, fileState } from '../shared/disk-change';

/** Logs outside the workspace and on network shares have no reliable watcher; a stat costs microseconds. */
const pollMs = 3000;

/** Marks analysed files stale when they change on disk. Looks only while somebody could see it. */
export function watchDisk(analyses: AnalysedLogs): vscode.Disposable {
  const look = () => {
    if (!vscode.window.state.focused) return;
    for (const log of analyses.all()) void check(log, analyses);
  };
  const timer = setInterval(look, pollMs).unref();
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearInterval(timer)),
    vscode.window.onDidChangeWindowState(look),
    vscode.workspace.onDidSaveTextDocument(look),
  );
}

async function check(log: AnalysedLog, analyses: AnalysedLogs): Promise<void> {
  const { file } = log.report;
  if (!file || log.uri.scheme !== 'file' || log.stale === 'edited' || log.stale === 'changed-on-disk') return;
  const change = diskChange(file, await fileState(log.uri.fsPath));
  // A run that goes on reads the file as it is now: what is older is the report it will replace.
  const isLatest = analyses.get(log.uri)?.report === log.report && !analyses.isRunning(log.uri);
  if (change && isLatest) analyses.edited(log.uri, change, []);
}

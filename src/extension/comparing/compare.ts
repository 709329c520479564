import * as vscode from 'vscode';
import { AnalysisWorkerClient } from '../../node/worker/analysis-worker-client';
import type { CompareRequest, ComparisonReport, GoodLogs } from '../../protocol/analysis';
import { InputError } from '../../protocol/input-error';
import { openDocument } from '../shared/active-uri';
import type { OnProgress } from '../shared/analysis-run';
import { diskChange, fileState } from '../shared/disk-change';
import { failureText, isExpected } from '../shared/failure-text';
import type { LogCorrections } from '../shared/log-corrections';
import type { LogFiles } from '../shared/log-files';
import { logName } from '../shared/log-name';
import { showInLastingTab } from '../shared/log-target';
import { isMerge } from '../shared/log-uri';
import type { Output } from '../shared/output';
import { readLog } from '../shared/read-log';
import { withReadingProgress } from '../shared/reading-progress';
import type { ComparedLog, ComparedLogs } from './compared-logs';

export interface ComparingParts {
  readonly compared: ComparedLogs;
  readonly corrections: LogCorrections;
  readonly files: LogFiles;
  readonly output: Output;
  readonly workerPath: string;
}

/** With progress. Undefined when cancelled or failed, which is told too. */
export async function compareWith(
  uri: vscode.Uri,
  good: GoodLogs,
  parts: ComparingParts,
): Promise<ComparedLog | undefined> {
  const { compared, output } = parts;
  const run = compared.begin(uri);
  try {
    await showInLastingTab(uri);
    const version = openDocument(uri)?.version;
    const title = vscode.l10n.t('Comparing {0}', logName(uri));
    const report = await withReadingProgress(title, (cancellation, onProgress) => {
      cancellation.onCancellationRequested(() => run.abort.abort());
      return reported(uri, good, run.abort.signal, { ...parts, onProgress });
    });
    compared.keep(uri, good, report);
    if (version !== openDocument(uri)?.version || (await hasChanged(report))) compared.edited(uri, []);
    return compared.get(uri);
  } catch (error) {
    if (!run.abort.signal.aborted) tell(error, output);
    return undefined;
  } finally {
    compared.end(run);
  }
}

/** By a worker of its own, which ends with it: a comparison is asked nothing afterwards. */
async function reported(
  uri: vscode.Uri,
  good: GoodLogs,
  signal: AbortSignal,
  { corrections, files, workerPath, onProgress }: ComparingParts & { readonly onProgress: OnProgress },
): Promise<ComparisonReport> {
  const { formatRules = [], templateCorrections = [] } = await corrections.forRun(uri);
  if (isMerge(uri)) throw ofSeveralLogs(uri);
  const { input, text } = await readLog(uri, files);
  const request: CompareRequest = { input, good, formatRules, templateCorrections };
  const worker = new AnalysisWorkerClient({ workerPath, onProgress });
  try {
    for await (const piece of text ?? []) {
      signal.throwIfAborted();
      await worker.pushText(piece);
    }
    return await worker.compare(request, signal);
  } finally {
    worker.dispose();
  }
}

/** Of a rotated set its newest file counts: only that one grows. */
async function hasChanged({ file, sources }: ComparisonReport): Promise<boolean> {
  return file !== null && diskChange(file, await fileState(sources[0].path)) !== undefined;
}

/** Each of them has a format and an order of its own. */
function ofSeveralLogs(uri: vscode.Uri): InputError {
  return new InputError({
    code: 'several-logs',
    sentence: {
      pattern:
        '{0} is a merge of several logs, and only one log can be compared. Open the log that went wrong and compare that.',
      values: [logName(uri)],
    },
  });
}

function tell(error: unknown, output: Output): void {
  if (!isExpected(error)) output.error('Comparing', error);
  void vscode.window.showErrorMessage(failureText(error));
}

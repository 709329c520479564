import * as vscode from 'vscode';
import type { LearnBaselineRequest, LearnedBaseline } from '../../protocol/baseline';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { failureText, isExpected } from '../shared/failure-text';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { targetLog } from '../shared/log-target';
import type { Output } from '../shared/output';
import { chooseOutput } from './choose-output';

/** Analyses the log first where nothing is known of it as it is now. Undefined when given up or failed, which is told. */
export async function learnBaseline(
  argument: unknown,
  analyses: Analyses,
  output: Output,
): Promise<LearnedBaseline | undefined> {
  const uri = await targetLog(argument);
  const log = uri && (await analysedNow(uri, analyses));
  const request = log && (await chooseOutput(log));
  if (!request) return undefined;
  try {
    const learned = await learnWithProgress(log, request, analyses);
    void tellLearned(log, learned);
    return learned;
  } catch (error) {
    if (!(error instanceof vscode.CancellationError)) tellFailure(error, output);
    return undefined;
  }
}

async function analysedNow(uri: vscode.Uri, analyses: Analyses): Promise<AnalysedLog | undefined> {
  const known = analyses.get(uri);
  if (known && !known.stale) return known;
  const command = known ? 'oddline.runAgain' : 'oddline.detectAnomalies';
  return vscode.commands.executeCommand<AnalysedLog | undefined>(command, uri);
}

function learnWithProgress(
  { uri }: AnalysedLog,
  request: LearnBaselineRequest,
  analyses: Analyses,
): Thenable<LearnedBaseline> {
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Learning what {0} looks like', logName(uri));
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, cancellation) => {
    const abort = new AbortController();
    const subscription = cancellation.onCancellationRequested(() => abort.abort());
    try {
      return await analyses.ask(uri).learnBaseline(request, abort.signal);
    } catch (error) {
      throw abort.signal.aborted ? new vscode.CancellationError() : error;
    } finally {
      subscription.dispose();
    }
  });
}

/** Says how much it knows, and judges a log by it again that was judged by what it was before. */
async function tellLearned(log: AnalysedLog, learned: LearnedBaseline): Promise<void> {
  const { path, logs, records, messages } = learned;
  const again = vscode.l10n.t('Run Again');
  const text = localise({
    pattern: '{0} now knows {1} kinds of messages from {2} records ({3}).',
    values: [logName({ path }), messages, records, localise(counted(logs, '1 good log', '{0} good logs'))],
  });
  const wasUsed = log.scope.baselines.includes(path);
  const chosen = await vscode.window.showInformationMessage(text, ...(wasUsed ? [again] : []));
  if (chosen === again) await vscode.commands.executeCommand('oddline.runAgain', log.uri);
}

function tellFailure(error: unknown, output: Output): void {
  if (!isExpected(error)) output.error('Learning a baseline', error);
  void vscode.window.showErrorMessage(failureText(error));
}

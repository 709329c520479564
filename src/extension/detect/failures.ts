import * as vscode from 'vscode';
import { InputError } from '../../protocol/input-error';
import { failureText, isExpected } from '../shared/failure-text';
import type { Output } from '../shared/output';

/** Every message ends in its cure; what is not the input's fault goes to the output channel as well. */
export async function tellFailure(error: unknown, uri: vscode.Uri, output: Output): Promise<void> {
  const retry = vscode.l10n.t('Retry');
  const details = vscode.l10n.t('Show Output');
  const expected = isExpected(error);
  if (!expected) output.error('Analysis failed', error);
  const buttons = [...(canRetry(error) ? [retry] : []), ...(expected ? [] : [details])];
  const chosen = await vscode.window.showErrorMessage(failureText(error), ...buttons);
  if (chosen === retry) await vscode.commands.executeCommand('oddline.detectAnomalies', uri);
  if (chosen === details) output.show();
}

/** What these are does not change by reading again. */
const lasting: ReadonlySet<string> = new Set([
  'binary',
  'binary-format',
  'folder',
  'not-a-file',
  'virtual-too-large',
]);

function canRetry(error: unknown): boolean {
  return !(error instanceof InputError && lasting.has(error.code));
}

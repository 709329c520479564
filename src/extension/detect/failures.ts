import * as vscode from 'vscode';
import { InputError } from '../../protocol/input-error';
import { localise } from '../shared/localise';
import type { Output } from '../shared/output';
import { TextChangedError } from './text-pieces';

/** Every message ends in its cure; what is not the input's fault goes to the output channel as well. */
export async function tellFailure(error: unknown, uri: vscode.Uri, output: Output): Promise<void> {
  const retry = vscode.l10n.t('Retry');
  const details = vscode.l10n.t('Show Output');
  const expected = error instanceof InputError || error instanceof TextChangedError;
  if (!expected) output.error('Analysis failed', error);
  const buttons = [...(canRetry(error) ? [retry] : []), ...(expected ? [] : [details])];
  const chosen = await vscode.window.showErrorMessage(messageOf(error), ...buttons);
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

function messageOf(error: unknown): string {
  if (error instanceof InputError) return localise(error.sentence);
  if (error instanceof TextChangedError) {
    return vscode.l10n.t('The text kept changing while it was read. Save it, or stop typing, and run again.');
  }
  if (error instanceof vscode.FileSystemError) {
    return vscode.l10n.t(
      'The log cannot be read: {0}. Check that it still exists, then run again.',
      error.message,
    );
  }
  return vscode.l10n.t(
    'The analysis ended unexpectedly, so nothing of it is shown; earlier results stay. Run it again: a fresh worker does it.',
  );
}

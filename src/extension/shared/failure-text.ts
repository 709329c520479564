import * as vscode from 'vscode';
import { InputError } from '../../protocol/input-error';
import { localise } from './localise';
import { messageText } from './message-text';
import { TextChangedError } from './text-pieces';

/** The input's fault, or that of whoever types in it; what else happens is told in the output channel too. */
export function isExpected(error: unknown): boolean {
  return error instanceof InputError || error instanceof TextChangedError;
}

/** Ends in its cure. Nothing in it becomes a link of a message. */
export function failureText(error: unknown): string {
  if (error instanceof InputError) return messageText(localise(error.sentence));
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

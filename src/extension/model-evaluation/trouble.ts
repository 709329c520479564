import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { localise } from '../shared/localise';
import { messageText } from '../shared/message-text';
import type { Output } from '../shared/output';

/** What the data set or the model's server is to blame for is told alone; anything else in the output channel, too. */
export function tellTrouble(error: unknown, output: Output): void {
  if (isTold(error)) {
    void vscode.window.showErrorMessage(messageText(localise(error.sentence)));
    return;
  }
  output.error('Evaluating a model', error);
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The evaluation ended unexpectedly, so nothing of it is shown. Try again; the output channel says more.',
    ),
  );
}

/** By name: the classes stand in bundles that are loaded later. */
function isTold(error: unknown): error is Error & { readonly sentence: Sentence } {
  return error instanceof Error && /^(?:InputError|ModelError)$/.test(error.name) && 'sentence' in error;
}

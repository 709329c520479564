import * as vscode from 'vscode';
import { counted } from '../../protocol/sentence';
import { localise } from '../shared/localise';
import { correctionSentence } from './correction-text';
import type { Corrected, Corrector } from './corrector';

/** What was done and where it is kept, with a way back. Does not wait until the message is gone. */
export function tellCorrected(uri: vscode.Uri, corrected: Corrected, corrector: Corrector): void {
  const undo = vscode.l10n.t('Undo');
  const isUnmatched = corrected.outcome?.state === 'unmatched';
  const show = isUnmatched ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  void show(correctedText(corrected), undo).then((pressed) => {
    if (pressed === undo) return corrector.takeBack(uri, corrected.kept);
    return undefined;
  });
}

function correctedText({ kept, folder, outcome, overruled }: Corrected): string {
  const sentences = [`${localise(correctionSentence(kept))}${vscode.l10n.t('.')}`, placeText(folder)];
  if (outcome?.state === 'unmatched') sentences.push(vscode.l10n.t('This log has nothing it speaks of.'));
  if (overruled > 0) {
    const one = 'An earlier correction says otherwise and no longer holds.';
    sentences.push(
      localise(counted(overruled, one, '{0} earlier corrections say otherwise and no longer hold.')),
    );
  }
  return sentences.join(' ');
}

function placeText(folder: string): string {
  const shown = vscode.workspace.asRelativePath(folder);
  if (shown === folder) return vscode.l10n.t('Kept on this machine.');
  return vscode.l10n.t('Kept in {0}.', `${shown}/templates.jsonl`);
}

import * as vscode from 'vscode';
import { InputError } from '../../protocol/input-error';
import { localise } from './localise';

const told = new Set<string>();

/** Each once a session: the files are read again before every run. */
export function tellDamagedLine(path: string, line: number): void {
  tellOnce(
    localise({
      pattern: '{0}: line {1} cannot be understood and is not used. Mend or delete it; it is left as it is.',
      values: [path, line],
    }),
  );
}

export function tellCorrectionProblem(error: unknown): void {
  tellOnce(problemText(error));
}

/** Of what somebody asked for, every time. */
export function tellCorrectionFailure(error: unknown): void {
  void vscode.window.showErrorMessage(problemText(error));
}

export function problemText(error: unknown): string {
  if (error instanceof InputError) return localise(error.sentence);
  const reason = error instanceof Error ? error.message : String(error);
  return vscode.l10n.t('What was taught could not be read or written: {0}', reason);
}

function tellOnce(text: string): void {
  if (told.has(text)) return;
  told.add(text);
  void vscode.window.showWarningMessage(text);
}

import * as vscode from 'vscode';
import { damagedLabelLines } from '../../node/store/damaged-label-lines';
import { InputError } from '../../protocol/input-error';
import { localise } from '../shared/localise';
import { messageText } from '../shared/message-text';
import type { ReadProblem } from './read-labels';

const told = new Set<string>();

/** Each once a session: the files are read again after every change. */
export function tellProblems(problems: readonly ReadProblem[]): void {
  for (const problem of problems) {
    const text = textOf(problem);
    if (told.has(text)) continue;
    told.add(text);
    void vscode.window.showWarningMessage(text);
  }
}

export function tellFailure(error: unknown): void {
  void vscode.window.showErrorMessage(failureText(error));
}

function textOf(problem: ReadProblem): string {
  if ('error' in problem) return failureText(problem.error);
  return messageText(localise(damagedLabelLines(problem.path, problem.damaged)));
}

function failureText(error: unknown): string {
  if (error instanceof InputError) return messageText(localise(error.sentence));
  const reason = error instanceof Error ? error.message : String(error);
  return messageText(vscode.l10n.t('What was taught could not be read or written: {0}', reason));
}

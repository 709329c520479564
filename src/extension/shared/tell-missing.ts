import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { localise } from './localise';
import { messageText } from './message-text';

/** Says beside a list of what was found why some of it is missing. */
export function tellMissing(problems: readonly Sentence[]): void {
  if (problems.length === 0) return;
  void vscode.window.showWarningMessage(messageText(problems.map(localise).join(' ')));
}

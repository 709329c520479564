import * as vscode from 'vscode';
import { InputError } from '../../protocol/input-error';
import { failureText } from '../shared/failure-text';
import type { Output } from '../shared/output';
import { problemText } from './problem-text';

export interface TaskWords {
  /** What goes on, for whoever waits. */
  readonly title: string;
  /** The same in the output channel, in English. */
  readonly named: string;
}

export interface TaskHandle {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly onShare: (share: number) => void;
}

/** In a notification that cancels; undefined where it was cancelled or failed, which is told. */
export async function withTask<Result>(
  { title, named }: TaskWords,
  output: Output,
  work: (handle: TaskHandle) => Promise<Result>,
): Promise<Result | undefined> {
  const abort = new AbortController();
  const location = vscode.ProgressLocation.Notification;
  try {
    return await vscode.window.withProgress(
      { location, title, cancellable: true },
      async (progress, cancellation) => {
        cancellation.onCancellationRequested(() => abort.abort());
        return work({ signal: abort.signal, onShare: steps(progress) });
      },
    );
  } catch (error) {
    if (abort.signal.aborted) return undefined;
    tellTrouble(error, named, output);
    return undefined;
  }
}

/** What the input is to blame for is told alone; anything else in the output channel, too. */
export function tellTrouble(error: unknown, named: string, output: Output): void {
  if (error instanceof InputError) {
    void vscode.window.showErrorMessage(problemText(error));
    return;
  }
  output.error(named, error);
  void vscode.window.showErrorMessage(failureText(error));
}

/** VS Code adds increments up. */
function steps(progress: vscode.Progress<{ increment: number }>): (share: number) => void {
  let told = 0;
  return (share) => {
    const increment = 100 * share - told;
    if (increment < 1) return;
    told += increment;
    progress.report({ increment });
  };
}

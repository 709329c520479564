import * as vscode from 'vscode';

export interface Step {
  readonly signal: AbortSignal;
  /** `share`: of the step that came to its end by this. */
  readonly tell: (message: string, share?: number) => void;
}

/** One step of an evaluation, in a notification that cancels; undefined where it was cancelled. */
export async function inStep<Result>(
  title: string,
  work: (step: Step) => Promise<Result>,
): Promise<Result | undefined> {
  const abort = new AbortController();
  const { signal } = abort;
  const location = vscode.ProgressLocation.Notification;
  try {
    return await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      return work({
        signal,
        tell: (message, share = 0) => progress.report({ message, increment: 100 * share }),
      });
    });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

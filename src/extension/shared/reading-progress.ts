import * as vscode from 'vscode';
import type { OnProgress } from './analysis-run';
import { formatNumber } from './localise';

/** In a notification with a button that cancels. */
export function withReadingProgress<Result>(
  title: string,
  task: (cancellation: vscode.CancellationToken, onProgress: OnProgress) => Promise<Result>,
): Thenable<Result> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, (progress, cancellation) => {
    let shown = 0;
    return task(cancellation, ({ percent, lines }) => {
      const message = vscode.l10n.t('{0} %, {1} lines', Math.floor(percent), formatNumber(lines));
      progress.report({ message, increment: Math.max(0, percent - shown) });
      shown = Math.max(shown, percent);
    });
  });
}

import type * as vscode from 'vscode';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { Output } from '../shared/output';
import type { Settings } from '../shared/settings';

/** Another sensitivity marks all analysed logs anew, at once: none is read again. */
export function registerSensitivity(
  context: vscode.ExtensionContext,
  analyses: AnalysedLogs,
  settings: Settings,
  output: Output,
): void {
  let { sensitivity } = settings.current;
  const changed = async () => {
    if (settings.current.sensitivity === sensitivity) return;
    sensitivity = settings.current.sensitivity;
    for (const { uri } of analyses.all()) {
      await analyses
        .rejudge(uri, { sensitivity })
        .catch((error) => output.error('Setting the sensitivity', error));
    }
  };
  context.subscriptions.push(settings.onDidChange(() => void changed()));
}

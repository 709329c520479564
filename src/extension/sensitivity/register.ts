import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import type { Output } from '../shared/output';
import type { Settings } from '../shared/settings';
import { chooseSensitivity } from './choose-sensitivity';

/** Another sensitivity marks all analysed logs anew, at once: none is read again. */
export function registerSensitivity(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  settings: Settings,
  output: Output,
): void {
  let last = settings.current.sensitivity;
  const changed = async () => {
    const { sensitivity } = settings.current;
    if (sensitivity === last) return;
    last = sensitivity;
    for (const log of analyses.all()) {
      // Of the log in front a preview may have shown it already.
      if (log.sensitivity === sensitivity) continue;
      await analyses
        .rejudge(log.uri, { sensitivity })
        .catch((error) => output.error('Setting the sensitivity', error));
    }
  };
  context.subscriptions.push(
    settings.onDidChange(() => void changed()),
    vscode.commands.registerCommand('oddline.chooseSensitivity', () => chooseSensitivity(analyses, settings)),
  );
}

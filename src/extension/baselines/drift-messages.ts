import * as vscode from 'vscode';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';

/** Tells of logs that no longer fit their baselines, each once for each baseline, and offers to learn anew. */
export function watchDrift(analyses: Analyses): vscode.Disposable {
  const told = new Set<string>();
  return analyses.onDidChange(() => {
    for (const log of analyses.all()) {
      const text = driftText(log);
      const key = JSON.stringify([log.uri.toString(), log.scope.baselines, text]);
      if (text === undefined || told.has(key)) continue;
      told.add(key);
      void tell(log, text);
    }
  });
}

function driftText({ uri, report: { drift } }: AnalysedLog): string | undefined {
  if (!drift?.message) return undefined;
  return vscode.l10n.t('{0}: {1}', logName(uri), localise(drift.message));
}

async function tell({ uri }: AnalysedLog, text: string): Promise<void> {
  const relearn = vscode.l10n.t('Relearn…');
  const chosen = await vscode.window.showWarningMessage(text, relearn);
  if (chosen === relearn) await vscode.commands.executeCommand('oddline.learnBaseline', uri);
}

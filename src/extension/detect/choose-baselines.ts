import * as vscode from 'vscode';
import type { AnalysedLog, AnalysisScope } from '../shared/analyses';
import { wholeLog } from './run-detection';

/** Good logs beside the one in question, usually. Only files on disk: the worker reads them. */
export async function chooseBaselines(
  uri: vscode.Uri,
  last: AnalysedLog | undefined,
): Promise<AnalysisScope | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose logs of a time when all was well'),
    openLabel: vscode.l10n.t('Use as Baseline'),
    canSelectMany: true,
    ...(uri.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(uri, '..') } : {}),
  });
  const baselines = chosen?.filter((file) => file.scheme === 'file').map((file) => file.fsPath);
  if (!baselines || baselines.length === 0) return undefined;
  return { ...(last?.scope ?? wholeLog), baselines };
}

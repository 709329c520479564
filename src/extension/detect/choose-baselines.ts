import * as vscode from 'vscode';
import type { AnalysedLog, AnalysisScope } from '../shared/analyses';
import { baselineItem, baselinesOfWorkspace } from '../shared/baseline-files';
import { wholeLog } from './run-detection';

interface BaselineItem extends vscode.QuickPickItem {
  /** Undefined: any files. */
  readonly path: string | undefined;
}

/** A baseline of the workspace, or any files: good logs beside the one in question, usually. */
export async function chooseBaselines(
  uri: vscode.Uri,
  last: AnalysedLog | undefined,
): Promise<AnalysisScope | undefined> {
  const known = await baselinesOfWorkspace();
  const baselines = known.length === 0 ? await chooseFiles(uri) : await chooseKnown(known, uri);
  if (baselines.length === 0) return undefined;
  return { ...(last?.scope ?? wholeLog), baselines };
}

async function chooseKnown(known: readonly string[], uri: vscode.Uri): Promise<readonly string[]> {
  const items: BaselineItem[] = [
    ...known.map((path) => ({ ...baselineItem(path), path })),
    { label: `$(folder-opened) ${vscode.l10n.t('Choose files…')}`, path: undefined },
  ];
  const title = vscode.l10n.t('What to judge the log by');
  const chosen = await vscode.window.showQuickPick(items, { title });
  if (!chosen) return [];
  return chosen.path === undefined ? chooseFiles(uri) : [chosen.path];
}

/** Only files on disk: the worker reads them. */
async function chooseFiles(uri: vscode.Uri): Promise<readonly string[]> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose logs of a time when all was well, or a baseline learned from some'),
    openLabel: vscode.l10n.t('Use as Baseline'),
    canSelectMany: true,
    ...(uri.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(uri, '..') } : {}),
  });
  return chosen?.filter((file) => file.scheme === 'file').map((file) => file.fsPath) ?? [];
}

import * as vscode from 'vscode';
import { AnalysisWorkerClient } from '../../node/worker/analysis-worker-client';
import type { GoodLogs } from '../../protocol/analysis';
import type { Analyses } from '../shared/analyses';
import { logName } from '../shared/log-name';
import { quickPickText } from '../shared/quick-pick-text';
import { chooseWindow } from './choose-window';

interface Choice extends vscode.QuickPickItem {
  choose(): Promise<GoodLogs | undefined>;
}

/** The log before this one, an earlier part of it, or any files. Undefined when nothing was chosen. */
export async function chooseGoodLogs(
  uri: vscode.Uri,
  analyses: Analyses,
  workerPath: string,
): Promise<GoodLogs | undefined> {
  const previous = await previousRotation(uri, workerPath);
  const choices: Choice[] = [
    ...(previous === undefined ? [] : [rotationChoice(previous)]),
    {
      label: `$(history) ${vscode.l10n.t('An earlier part of this log…')}`,
      detail: vscode.l10n.t('What came before a time counts as good, what comes after it is compared.'),
      choose: () => chooseWindow(analyses.get(uri)),
    },
    {
      label: `$(folder-opened) ${vscode.l10n.t('Choose files…')}`,
      detail: vscode.l10n.t('One or more logs of runs that went well; what differs among them is not told.'),
      choose: () => chooseFiles(uri),
    },
  ];
  const title = vscode.l10n.t('What to compare {0} with', logName(uri));
  const chosen = await vscode.window.showQuickPick(choices, { title });
  return chosen?.choose();
}

function rotationChoice(path: string): Choice {
  return {
    label: `$(files) ${vscode.l10n.t('The previous rotation')}`,
    description: quickPickText(logName({ path })),
    choose: async () => ({ kind: 'files', paths: [path] }),
  };
}

/** The file of the same rotated log before this one; undefined where there is none. */
async function previousRotation(uri: vscode.Uri, workerPath: string): Promise<string | undefined> {
  if (uri.scheme !== 'file') return undefined;
  const worker = new AnalysisWorkerClient({ workerPath });
  try {
    const paths = await worker.rotatedFiles(uri.fsPath);
    return paths[paths.indexOf(uri.fsPath) - 1];
  } catch {
    // Whatever is wrong with the files beside it, other good logs can be chosen.
    return undefined;
  } finally {
    worker.dispose();
  }
}

/** Only files on disk: the worker reads them. */
async function chooseFiles(uri: vscode.Uri): Promise<GoodLogs | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose logs of a time when all was well'),
    openLabel: vscode.l10n.t('Compare'),
    canSelectMany: true,
    ...(uri.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(uri, '..') } : {}),
  });
  const paths = chosen?.filter((file) => file.scheme === 'file').map((file) => file.fsPath) ?? [];
  return paths.length === 0 ? undefined : { kind: 'files', paths };
}

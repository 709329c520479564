import * as vscode from 'vscode';
import { sourceNames } from '../../node/merging/source-names';
import { activeUri } from '../shared/active-uri';
import { failureText, isExpected } from '../shared/failure-text';
import type { LogFiles } from '../shared/log-files';
import { logName } from '../shared/log-name';
import { isMerge } from '../shared/log-uri';
import type { MergeOrders, Waiting } from '../shared/merge-orders';
import type { Output } from '../shared/output';
import type { Readings } from '../shared/readings';

export interface ExportParts {
  readonly orders: MergeOrders;
  readonly files: LogFiles;
  readonly readings: Readings;
  readonly output: Output;
}

/** Writes the merge in front to a file, all of it, each line marked with its log. */
export async function exportMerged(parts: ExportParts): Promise<void> {
  const uri = activeUri();
  if (!uri || !isMerge(uri)) return;
  const target = await chooseTarget(uri);
  if (!target) return;
  try {
    await exportWithProgress(uri, target, parts);
    await tellExported(target);
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    if (!isExpected(error)) parts.output.error('Exporting a merged log', error);
    void vscode.window.showErrorMessage(failureText(error));
  }
}

async function chooseTarget(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = fileNameOf(logName(uri));
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Merged Log'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (!chosen || chosen.scheme === 'file') return chosen;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('A merged log can only be written to a file on disk. Choose another place.'),
  );
  return undefined;
}

/** `gate.log + scale.log` → `gate+scale.log`. */
function fileNameOf(merge: string): string {
  const names = merge.split(' + ').map((name) => name.replace(/\.(?:log|txt)$/i, ''));
  return `${names.join('+').replace(/[^\p{L}\p{N}_.+-]+/gu, '-')}.log`;
}

function exportWithProgress(
  uri: vscode.Uri,
  target: vscode.Uri,
  { orders, files, readings }: ExportParts,
): Thenable<void> {
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Writing {0}', logName(target));
  return vscode.window.withProgress(
    { location, title, cancellable: true },
    async (progress, cancellation) => {
      const abort = new AbortController();
      const subscription = cancellation.onCancellationRequested(() => abort.abort());
      const names = sourceNames((await files.of(uri)).map(({ path }) => path));
      const { clockOffsets } = readings.of(uri);
      const request = { path: target.fsPath, names, clockOffsets };
      const waiting: Waiting = { signal: abort.signal, onShare: steps(progress) };
      try {
        await orders.ask(uri, waiting, (worker) => worker.exportMerged(request, abort.signal));
      } catch (error) {
        throw abort.signal.aborted ? new vscode.CancellationError() : error;
      } finally {
        subscription.dispose();
      }
    },
  );
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

async function tellExported(target: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} is written.', logName(target)),
    open,
  );
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
}

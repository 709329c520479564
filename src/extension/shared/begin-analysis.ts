import * as vscode from 'vscode';
import type { Analyses } from './analyses';

/** Where it was not analysed: the log comes to the front when its analysis begins; a page of it then opens beside it, and shows how far that is. */
export async function beginAnalysis(
  uri: vscode.Uri,
  analyses: Pick<Analyses, 'get' | 'isRunning' | 'onDidChange'>,
): Promise<void> {
  if (analyses.get(uri) || analyses.isRunning(uri)) return;
  const run = vscode.commands.executeCommand('oddline.detectAnomalies', uri);
  let subscription: vscode.Disposable | undefined;
  const begun = new Promise<void>((resolve) => {
    subscription = analyses.onDidChange(() => {
      if (analyses.isRunning(uri)) resolve();
    });
  });
  await Promise.race([run, begun]);
  subscription?.dispose();
}

import * as vscode from 'vscode';
import { moveKey } from '../shared/move-key';

/** Files of labels that logs are held to, as long as the window lives; the page shows what comes of it. */
export class ChosenLabels implements vscode.Disposable {
  private readonly paths = new Map<string, string>();
  private count = 0;
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  /** Another number after every choice. */
  get choices(): number {
    return this.count;
  }

  of(log: vscode.Uri): string | undefined {
    return this.paths.get(log.toString());
  }

  async choose(log: vscode.Uri): Promise<void> {
    const chosen = await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose the labels of this log'),
      openLabel: vscode.l10n.t('Evaluate'),
      filters: { [vscode.l10n.t('Labels')]: ['jsonl', 'json', 'csv'] },
      ...(log.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(log, '..') } : {}),
    });
    const file = chosen?.find(({ scheme }) => scheme === 'file');
    if (!file) return;
    this.paths.set(log.toString(), file.fsPath);
    this.count++;
    this.changed.fire(log);
  }

  /** Back to the labels given in the editor. */
  leave(log: vscode.Uri): void {
    if (!this.paths.delete(log.toString())) return;
    this.count++;
    this.changed.fire(log);
  }

  all(): readonly { readonly uri: vscode.Uri }[] {
    return [...this.paths.keys()].map((key) => ({ uri: vscode.Uri.parse(key, true) }));
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    moveKey(this.paths, from, to);
  }

  /** What is wrong with it was told. */
  forget(log: vscode.Uri): void {
    this.paths.delete(log.toString());
  }

  dispose(): void {
    this.changed.dispose();
  }
}

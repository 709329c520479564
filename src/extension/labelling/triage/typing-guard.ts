import * as vscode from 'vscode';
import { activeUri } from '../../shared/active-uri';

/**
 * While a log is gone through by single keys its text cannot be typed into: VS Code's own "read-only in this session". That command is
 * about the editor in front, so what was left through another tab is given back when it comes to the front again; nobody can type
 * into it before.
 */
export class TypingGuard implements vscode.Disposable {
  private readonly readOnly = new Set<string>();
  private readonly guarded = new Set<string>();
  private readonly subscription = vscode.window.onDidChangeActiveTextEditor(() => void this.giveBack());

  /** Of the log in front; of our own editor, which has nothing to type into, nothing is to be done. */
  async close(uri: vscode.Uri): Promise<void> {
    const { activeTextEditor } = vscode.window;
    if (activeTextEditor?.document.uri.toString() !== uri.toString()) return;
    this.guarded.add(uri.toString());
    if (this.readOnly.has(uri.toString())) return;
    this.readOnly.add(uri.toString());
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
  }

  async open(uri: vscode.Uri): Promise<void> {
    this.guarded.delete(uri.toString());
    await this.giveBack();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async giveBack(): Promise<void> {
    const key = activeUri()?.toString() ?? '';
    if (this.guarded.has(key) || !this.readOnly.delete(key)) return;
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  }
}

import * as vscode from 'vscode';

const memory = 'oddline.labelsOfUntrustedWorkspace';
type Answer = 'apply' | 'refuse';

/**
 * Whether what came with the workspace, labels and corrections, may change results. In a trusted one they may; in an untrusted
 * one the user is asked once, and the answer is kept outside the workspace.
 */
export class WorkspaceConsent {
  private asking: Promise<boolean> | undefined;

  constructor(private readonly state: vscode.Memento) {}

  get given(): boolean {
    return vscode.workspace.isTrusted || this.state.get<Answer>(memory) === 'apply';
  }

  /** Asks unless it was asked before; called only where there are labels to ask about. */
  ask(): Promise<boolean> {
    if (this.given) return Promise.resolve(true);
    if (this.state.get<Answer>(memory) === 'refuse') return Promise.resolve(false);
    this.asking ??= this.question();
    return this.asking;
  }

  /** A closed message is no answer: it is asked again in the next session. */
  private async question(): Promise<boolean> {
    const apply = vscode.l10n.t('Apply');
    const refuse = vscode.l10n.t("Don't Apply");
    const text = vscode.l10n.t(
      'This workspace is not trusted, and its .oddline folder says how its logs are to be read, or that some anomalies are none. Applying it can hide anomalies.',
    );
    const choice = await vscode.window.showWarningMessage(text, apply, refuse);
    if (choice === undefined) return false;
    await this.state.update(memory, choice === apply ? 'apply' : 'refuse');
    return choice === apply;
  }
}

import type * as vscode from 'vscode';
import type { PrivacyShield } from '../../node/privacy/shield';
import { newShield, redactionOf } from '../shared/privacy-settings';
import { vscodeHost } from '../shared/vscode-model';

/** What other models of this window were told: of which logs, and what stands behind the placeholders they know. */
export class ToldModels {
  private readonly logs = new Set<string>();
  private made: Promise<PrivacyShield> | undefined;

  /** VS Code asks whether a model may read a log once a window. */
  wasTold(uri: vscode.Uri): boolean {
    return this.logs.has(uri.toString());
  }

  tell(uri: vscode.Uri): void {
    this.logs.add(uri.toString());
  }

  get redacts(): boolean {
    return redactionOf({ kind: 'remote', host: vscodeHost }).redacts;
  }

  /** One for all tools: a placeholder one of them gave can be searched for by another. */
  shield(): Promise<PrivacyShield> {
    this.made ??= newShield();
    return this.made;
  }
}

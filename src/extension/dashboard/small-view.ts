import * as vscode from 'vscode';
import type { ChosenLabels } from './chosen-labels';
import { Conversation } from './conversation';
import type { Versions } from './dashboard-state';
import type { DashboardParts } from './parts';

/** The first cards of the dashboard beside the editor, of the log the trees show. */
export class SmallView implements vscode.WebviewViewProvider {
  constructor(
    private readonly parts: DashboardParts,
    private readonly labels: ChosenLabels,
    private readonly versions: Versions,
  ) {}

  resolveWebviewView(view: vscode.WebviewView): void {
    const { analyses } = this.parts;
    const conversation = new Conversation(view.webview, this.parts, {
      size: 'panel',
      uri: () => analyses.current()?.uri ?? analyses.running()[0],
      labels: this.labels,
      versions: this.versions,
    });
    view.onDidChangeVisibility(() => {
      if (!view.visible) conversation.hidden();
    });
    view.onDidDispose(() => conversation.dispose());
    conversation.load(vscode.l10n.t('Dashboard'));
  }
}

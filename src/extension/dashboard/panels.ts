import * as vscode from 'vscode';
import { logName } from '../shared/log-name';
import type { ChosenLabels } from './chosen-labels';
import { Conversation } from './conversation';
import type { Versions } from './dashboard-state';
import type { DashboardParts } from './parts';

/** Of its tabs, which VS Code opens again by it. */
export const dashboardType = 'oddline.dashboard';

/** One tab a log. */
export class DashboardPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly panels = new Map<string, vscode.WebviewPanel>();

  constructor(
    private readonly parts: DashboardParts,
    private readonly labels: ChosenLabels,
    private readonly versions: Versions,
  ) {}

  /** Beside the log, where that is in front. */
  open(uri: vscode.Uri): void {
    const known = this.panels.get(uri.toString());
    if (known) {
      known.reveal();
      return;
    }
    const title = vscode.l10n.t('Dashboard: {0}', logName(uri));
    // A page of its own costs memory while nobody looks at it; what it shows is asked for again.
    const options = { retainContextWhenHidden: false, enableFindWidget: true };
    this.fill(vscode.window.createWebviewPanel(dashboardType, title, vscode.ViewColumn.Beside, options), uri);
  }

  /** After the window was opened again: what the page kept says of which log it was. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = uriOf(state);
    if (uri) this.fill(panel, uri);
    else panel.dispose();
  }

  dispose(): void {
    for (const panel of this.panels.values()) panel.dispose();
  }

  private fill(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    const key = uri.toString();
    panel.iconPath = vscode.Uri.joinPath(this.parts.extensionUri, 'media', 'oddline.svg');
    const conversation = new Conversation(panel.webview, this.parts, {
      size: 'page',
      uri: () => uri,
      labels: this.labels,
      versions: this.versions,
    });
    this.panels.set(key, panel);
    panel.onDidChangeViewState(() => {
      if (!panel.visible) conversation.hidden();
    });
    panel.onDidDispose(() => {
      this.panels.delete(key);
      conversation.dispose();
    });
    conversation.load(panel.title);
  }
}

function uriOf(state: unknown): vscode.Uri | undefined {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return undefined;
  if (typeof state.uri !== 'string') return undefined;
  try {
    return vscode.Uri.parse(state.uri, true);
  } catch {
    return undefined;
  }
}

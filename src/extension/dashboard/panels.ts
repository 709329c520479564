import * as vscode from 'vscode';
import type { LogKeeper } from '../shared/log-lifetime';
import { logName } from '../shared/log-name';
import type { ChosenLabels } from './chosen-labels';
import { Conversation } from './conversation';
import type { Versions } from './dashboard-state';
import type { DashboardParts } from './parts';

/** Of its tabs, which VS Code opens again by it. */
export const dashboardType = 'oddline.dashboard';

/** A tab and the log it is of, which may get another name. */
interface Page {
  uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  readonly conversation: Conversation;
}

/** One tab a log. */
export class DashboardPanels implements vscode.WebviewPanelSerializer, LogKeeper, vscode.Disposable {
  private readonly pages = new Set<Page>();

  constructor(
    private readonly parts: DashboardParts,
    private readonly labels: ChosenLabels,
    private readonly versions: Versions,
  ) {}

  /** Beside the log, where that is in front. */
  open(uri: vscode.Uri): void {
    const known = this.pageOf(uri);
    if (known) {
      known.panel.reveal();
      return;
    }
    // A page of its own costs memory while nobody looks at it; what it shows is asked for again.
    const options = { retainContextWhenHidden: false, enableFindWidget: true };
    const { Beside } = vscode.ViewColumn;
    this.fill(vscode.window.createWebviewPanel(dashboardType, titleOf(uri), Beside, options), uri);
  }

  all(): readonly { readonly uri: vscode.Uri }[] {
    return [...this.pages];
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const page = this.pageOf(from);
    if (!page) return;
    page.uri = to;
    page.panel.title = titleOf(to);
    page.conversation.changed(true);
  }

  /** After the window was opened again: what the page kept says of which log it was. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = uriOf(state);
    if (uri) this.fill(panel, uri);
    else panel.dispose();
  }

  dispose(): void {
    for (const { panel } of this.pages) panel.dispose();
  }

  private pageOf(uri: vscode.Uri): Page | undefined {
    const key = uri.toString();
    return [...this.pages].find((page) => page.uri.toString() === key);
  }

  private fill(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    const { parts, labels, versions } = this;
    panel.iconPath = vscode.Uri.joinPath(parts.extensionUri, 'media', 'oddline.svg');
    const conversation = new Conversation(panel.webview, parts, {
      size: 'page',
      uri: () => page.uri,
      labels,
      versions,
    });
    const page: Page = { uri, panel, conversation };
    this.pages.add(page);
    panel.onDidChangeViewState(() => {
      if (!panel.visible) conversation.hidden();
    });
    panel.onDidDispose(() => {
      this.pages.delete(page);
      conversation.dispose();
    });
    conversation.load(panel.title);
  }
}

function titleOf(uri: vscode.Uri): string {
  return vscode.l10n.t('Dashboard: {0}', logName(uri));
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

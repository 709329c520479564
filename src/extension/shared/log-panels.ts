import * as vscode from 'vscode';
import type { LogKeeper } from './log-lifetime';

/** What a tab shows of a log, as long as it lives. */
export interface LogPage extends vscode.Disposable {
  /** Shows the page, which then asks. */
  load(title: string): void;
  /** The page went: what is told to it is lost until it asks again, and what it asked is waited for by nobody. */
  hidden(): void;
  /** Its log has another name. */
  renamed(): void;
}

export interface LogPanelsParts<Page extends LogPage> {
  /** Of the tabs, which VS Code opens again by it. */
  readonly type: string;
  readonly icon: vscode.Uri;
  /** Where a tab opens; beside what is in front unless told. */
  readonly column?: vscode.ViewColumn;
  title(uri: vscode.Uri): string;
  /** The log may get another name: it is asked for whenever it is needed. */
  page(panel: vscode.WebviewPanel, uri: () => vscode.Uri): Page;
}

interface Tab<Page> {
  uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  readonly page: Page;
}

/** Pages of logs: one tab a log, beside the log where that is in front. */
export class LogPanels<Page extends LogPage>
  implements vscode.WebviewPanelSerializer, LogKeeper, vscode.Disposable
{
  private readonly tabs = new Set<Tab<Page>>();

  constructor(private readonly parts: LogPanelsParts<Page>) {}

  open(uri: vscode.Uri): Page {
    const known = this.tabOf(uri);
    if (known) {
      known.panel.reveal(known.panel.viewColumn);
      return known.page;
    }
    const { type, title, column = vscode.ViewColumn.Beside } = this.parts;
    // A page of its own costs memory while nobody looks at it; what it shows is asked for again.
    const options = { retainContextWhenHidden: false, enableFindWidget: true };
    return this.fill(vscode.window.createWebviewPanel(type, title(uri), column, options), uri);
  }

  all(): readonly { readonly uri: vscode.Uri }[] {
    return [...this.tabs];
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const tab = this.tabOf(from);
    if (!tab) return;
    tab.uri = to;
    tab.panel.title = this.parts.title(to);
    tab.page.renamed();
  }

  /** After the window was opened again: what the page kept says of which log it was. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = uriOf(state);
    if (uri) this.fill(panel, uri);
    else panel.dispose();
  }

  dispose(): void {
    for (const { panel } of this.tabs) panel.dispose();
  }

  private tabOf(uri: vscode.Uri): Tab<Page> | undefined {
    const key = uri.toString();
    return [...this.tabs].find((tab) => tab.uri.toString() === key);
  }

  private fill(panel: vscode.WebviewPanel, uri: vscode.Uri): Page {
    panel.iconPath = this.parts.icon;
    const page = this.parts.page(panel, () => tab.uri);
    const tab: Tab<Page> = { uri, panel, page };
    this.tabs.add(tab);
    panel.onDidChangeViewState(() => {
      if (!panel.visible) page.hidden();
    });
    panel.onDidDispose(() => {
      this.tabs.delete(tab);
      page.dispose();
    });
    page.load(panel.title);
    return page;
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

import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Incident } from '../../engine/model/incident';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { IncidentArgument } from '../shared/incident-argument';
import { incidentTitle } from '../shared/incident-words';
import { formatNumber, localise, localiseMarkdown } from '../shared/localise';
import type { LogKeeper } from '../shared/log-lifetime';
import { commandLink } from '../shared/markdown';
import { goneMarkdown, incidentMarkdown } from './incident-markdown';
import { pageHtml } from './page-html';

/** Type of the panel, which menus name. */
const panelType = 'oddline.incident';
const revealLine = 'oddline.revealLine';

interface Shown {
  readonly argument: IncidentArgument;
  readonly log: AnalysedLog | undefined;
}

/** The one page that shows an incident as rendered Markdown; another incident takes its place. */
export class IncidentPage implements LogKeeper, vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: Shown | undefined;
  /** The page's text: putting in the same again would lose where the reader is. */
  private text = '';
  private readonly subscription: vscode.Disposable;

  constructor(private readonly analyses: Analyses) {
    this.subscription = analyses.onDidChange(() => void this.update());
  }

  /** What the page shows; undefined where there is none. */
  get argument(): IncidentArgument | undefined {
    return this.panel && this.shown?.argument;
  }

  get isActive(): boolean {
    return this.panel?.active === true;
  }

  async show(log: AnalysedLog, incident: Incident, preserveFocus: boolean): Promise<void> {
    const argument = { uri: log.uri.toString(), incidentId: incident.id };
    this.panel ??= this.createPanel();
    this.shown = { argument, log };
    await this.render(incident, log);
    this.panel?.reveal(this.panel.viewColumn, preserveFocus);
  }

  all(): readonly { readonly uri: vscode.Uri }[] {
    return this.shown ? [{ uri: uriOf(this.shown.argument) }] : [];
  }

  /** Of its log; the results have the new name already, so that the page may have lost them for a moment. */
  rename(from: vscode.Uri, to: vscode.Uri): void {
    if (this.shown?.argument.uri !== from.toString()) return;
    const argument = { ...this.shown.argument, uri: to.toString() };
    this.shown = { argument, log: undefined };
    void this.update();
  }

  dispose(): void {
    this.subscription.dispose();
    this.panel?.dispose();
  }

  private createPanel(): vscode.WebviewPanel {
    const isLogShown = vscode.window.visibleTextEditors.length > 0;
    const viewColumn = isLogShown ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const title = vscode.l10n.t('Incident');
    const panel = vscode.window.createWebviewPanel(panelType, title, viewColumn, {
      enableCommandUris: [revealLine],
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.text = '';
      this.shown = undefined;
    });
    return panel;
  }

  /** After the log was judged anew, edited or forgotten. */
  private async update(): Promise<void> {
    if (!this.shown) return;
    const { argument } = this.shown;
    const log = this.analyses.get(uriOf(argument));
    if (log === this.shown.log) return;
    this.shown = { argument, log };
    await this.render(
      log?.incidents.find(({ id }) => id === argument.incidentId),
      log,
    );
  }

  private async render(incident: Incident | undefined, log: AnalysedLog | undefined): Promise<void> {
    const { panel, shown } = this;
    if (!panel) return;
    panel.title = incident ? localise(incidentTitle(incident)) : vscode.l10n.t('Incident');
    const text = incident && log ? pageMarkdown(incident, log) : goneMarkdown({ markdown: localiseMarkdown });
    if (text === this.text) return;
    const html = await rendered(text);
    // Meanwhile another may be wanted, or the page closed.
    if (this.panel !== panel || this.shown !== shown) return;
    this.text = text;
    const severity = incident?.severity ?? 'low';
    panel.webview.html = pageHtml(html, severity, vscode.env.language, randomUUID());
  }
}

function uriOf({ uri }: IncidentArgument): vscode.Uri {
  return vscode.Uri.parse(uri, true);
}

/** As the page shows it: line numbers lead to where the lines are by now. */
function pageMarkdown(incident: Incident, log: AnalysedLog): string {
  return incidentMarkdown(incident, log, {
    tell: localise,
    markdown: localiseMarkdown,
    line: (line) => {
      const now = log.lineNow(line);
      if (now === undefined) return formatNumber(line);
      return commandLink(formatNumber(now), revealLine, { uri: log.uri.toString(), line: now });
    },
  });
}

/** As text for a ticket or a chat. */
export function incidentText(incident: Incident, log: AnalysedLog): string {
  return incidentMarkdown(incident, log, {
    tell: localise,
    markdown: localiseMarkdown,
    line: (line) => formatNumber(log.lineNow(line) ?? line),
  });
}

/** By VS Code's own Markdown extension, as its preview does; where somebody switched that off, the Markdown itself. */
async function rendered(markdown: string): Promise<string> {
  try {
    return await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  } catch {
    const text = markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<pre>${text}</pre>`;
  }
}

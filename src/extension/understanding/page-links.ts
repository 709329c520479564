import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import { isLineArgument, type LineArgument } from '../shared/finding-argument';
import { logOf, understoodScheme } from '../shared/understood-uri';
import type { ForgetArgument } from './forgetting';
import type { UnderstoodDocuments } from './understood-documents';

const goToLineCommand = 'oddline.goToUnderstoodLine';
const selector = { scheme: understoodScheme };

/** What can be done in a document: its line numbers lead to the log's lines, corrections can be forgotten. */
export class PageLinks implements vscode.DocumentLinkProvider, vscode.CodeLensProvider, vscode.Disposable {
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly documents: UnderstoodDocuments,
    private readonly analyses: Analyses,
  ) {
    this.subscription = vscode.Disposable.from(
      vscode.languages.registerDocumentLinkProvider(selector, this),
      vscode.languages.registerCodeLensProvider(selector, this),
      vscode.commands.registerCommand(goToLineCommand, (argument: unknown) =>
        this.goToLine(isLineArgument(argument) ? argument : this.atCaret()),
      ),
    );
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    const lines = this.documents.page(uri)?.lines ?? [];
    return lines.flatMap(({ shows, text }, index) => {
      if (!shows) return [];
      const from = text.search(/\S/);
      const range = new vscode.Range(index, from, index, text.indexOf(' ', from));
      const argument: LineArgument = { uri: logOf(uri).toString(), line: shows.line };
      const encoded = encodeURIComponent(JSON.stringify(argument));
      const target = vscode.Uri.parse(`command:${goToLineCommand}?${encoded}`);
      return [Object.assign(new vscode.DocumentLink(range, target), { tooltip: linkTooltip() })];
    });
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const page = this.documents.page(uri);
    if (!page) return [];
    const log = logOf(uri);
    if (page.offer) return [new vscode.CodeLens(lineRange(0), offerCommand(page.offer, log))];
    return page.lines.flatMap(({ correction }, index) => {
      if (!correction) return [];
      const argument: ForgetArgument = { uri: log.toString(), correction };
      const command = {
        title: vscode.l10n.t('Forget'),
        command: 'oddline.forgetShown',
        arguments: [argument],
      };
      return [new vscode.CodeLens(lineRange(index), command)];
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** What the caret's line shows. */
  private atCaret(): LineArgument | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.scheme !== understoodScheme) return undefined;
    const { uri } = editor.document;
    const shows = this.documents.page(uri)?.lines[editor.selection.active.line]?.shows;
    return shows && { uri: logOf(uri).toString(), line: shows.line };
  }

  /** Where the line is by now. */
  private async goToLine(argument: LineArgument | undefined): Promise<void> {
    if (!argument) return;
    const { uri, line } = argument;
    const now = this.analyses.get(vscode.Uri.parse(uri, true))?.lineNow(line) ?? line;
    await vscode.commands.executeCommand('oddline.revealLine', { uri, line: now });
  }
}

function linkTooltip(): string {
  return vscode.l10n.t('Go to the line in the log');
}

function lineRange(line: number): vscode.Range {
  return new vscode.Range(line, 0, line, 0);
}

function offerCommand(offer: 'detect' | 'run-again', log: vscode.Uri): vscode.Command {
  return offer === 'detect'
    ? { title: vscode.l10n.t('Detect Anomalies'), command: 'oddline.detectAnomalies', arguments: [log] }
    : { title: vscode.l10n.t('Run Again'), command: 'oddline.runAgain', arguments: [log] };
}

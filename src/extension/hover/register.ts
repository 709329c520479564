import * as vscode from 'vscode';
import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { Settings } from '../shared/settings';
import { findingMarkdown, findingTitle, trustedCommands } from './finding-markdown';

export function registerHover(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  settings: Settings,
): void {
  const provideHover = (document: vscode.TextDocument, position: vscode.Position) => {
    if (!settings.current.hover) return undefined;
    const log = analyses.get(document.uri);
    const finding = log?.findings.find(
      ({ line, endLine }) => line <= position.line + 1 && position.line + 1 <= endLine,
    );
    return log && finding && hoverOf(finding, log, document);
  };
  context.subscriptions.push(vscode.languages.registerHoverProvider('*', { provideHover }));
}

function hoverOf(finding: ReportedFinding, log: AnalysedLog, document: vscode.TextDocument): vscode.Hover {
  const title = new vscode.MarkdownString(findingTitle(finding, log), true);
  const body = new vscode.MarkdownString(findingMarkdown(finding, log));
  body.isTrusted = { enabledCommands: trustedCommands };
  const end = document.lineAt(Math.min(finding.endLine, document.lineCount) - 1).range.end;
  return new vscode.Hover([title, body], new vscode.Range(new vscode.Position(finding.line - 1, 0), end));
}

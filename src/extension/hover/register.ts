import * as vscode from 'vscode';
import type { RecordParameters } from '../../engine/model/analysis';
import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { findingOnLine } from '../shared/finding-on-line';
import type { Settings } from '../shared/settings';
import { twinOf } from '../shared/text-view-uri';
import { findingMarkdown, findingTitle, trustedCommands } from './finding-markdown';
import { askLineParameters } from './line-parameters';

export function registerHover(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  settings: Settings,
): void {
  const provideHover = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    cancellation: vscode.CancellationToken,
  ) => {
    if (!settings.current.hover) return undefined;
    const log = analyses.get(twinOf(document.uri));
    const finding = log && findingOnLine(log, position.line);
    if (!log || !finding) return undefined;
    const parameters = await askLineParameters(finding, log, analyses, cancellation);
    return cancellation.isCancellationRequested ? undefined : hoverOf(finding, log, document, parameters);
  };
  context.subscriptions.push(vscode.languages.registerHoverProvider('*', { provideHover }));
}

function hoverOf(
  finding: ReportedFinding,
  log: AnalysedLog,
  document: vscode.TextDocument,
  parameters: RecordParameters | undefined,
): vscode.Hover {
  const title = new vscode.MarkdownString(findingTitle(finding, log), true);
  const body = new vscode.MarkdownString(findingMarkdown(finding, log, parameters));
  body.isTrusted = { enabledCommands: trustedCommands };
  const end = document.lineAt(Math.min(finding.endLine, document.lineCount) - 1).range.end;
  return new vscode.Hover([title, body], new vscode.Range(new vscode.Position(finding.line - 1, 0), end));
}

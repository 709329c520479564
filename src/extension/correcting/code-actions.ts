import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import { findingOnLine } from '../shared/finding-on-line';
import type { TemplateArgument } from '../shared/template-argument';

/** In the lightbulb of a finding's lines; for other lines the palette has the commands. */
export class CorrectingActions implements vscode.CodeActionProvider {
  static readonly metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

  constructor(private readonly analyses: Analyses) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const log = this.analyses.get(document.uri);
    const finding = log && findingOnLine(log, range.start.line);
    if (!log || !finding) return [];
    const action = new vscode.CodeAction(vscode.l10n.t('Correct Template…'), vscode.CodeActionKind.QuickFix);
    const argument: TemplateArgument = { uri: log.uri.toString(), templateId: finding.templateId };
    action.command = { title: action.title, command: 'oddline.correctTemplate', arguments: [argument] };
    return [action];
  }
}

import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import { findingOnLine } from '../shared/finding-on-line';

const offers: readonly { readonly command: string; readonly title: () => string }[] = [
  { command: 'oddline.markNormal', title: () => vscode.l10n.t('Mark as Normal') },
  { command: 'oddline.markAnomalous', title: () => vscode.l10n.t('Mark as Anomalous…') },
  { command: 'oddline.linesLikeThis', title: () => vscode.l10n.t('Lines Like This') },
];

/** The lightbulb on the lines of a finding. */
export class LabellingActions implements vscode.CodeActionProvider {
  static readonly metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

  constructor(private readonly analyses: Analyses) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const log = this.analyses.get(document.uri);
    const finding = log && findingOnLine(log, range.start.line);
    if (!log || !finding) return [];
    const argument = { uri: log.uri.toString(), findingId: finding.id, templateId: finding.templateId };
    return offers.map(({ command, title }) => {
      const action = new vscode.CodeAction(title(), vscode.CodeActionKind.QuickFix);
      action.command = { title: action.title, command, arguments: [argument] };
      return action;
    });
  }
}

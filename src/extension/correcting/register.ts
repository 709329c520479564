import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import type { LogCorrections } from '../shared/log-corrections';
import { CorrectingActions } from './code-actions';
import { registerCorrectingCommands } from './commands';
import { Corrector } from './corrector';

/** Templates are named, merged, split and pinned; kept in `.oddline/` or on this machine, applied without reading again. */
export function registerCorrecting(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  corrections: LogCorrections,
): void {
  const corrector = new Corrector(analyses, corrections);
  context.subscriptions.push(
    corrections.onDidChange(() => corrector.regroupAll()),
    analyses.onDidChange(() => corrector.regroupNew()),
    vscode.languages.registerCodeActionsProvider(
      '*',
      new CorrectingActions(analyses),
      CorrectingActions.metadata,
    ),
    ...registerCorrectingCommands(analyses, corrector, corrections),
  );
}

import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import type { LogEditors } from '../shared/log-editors';
import type { Settings } from '../shared/settings';
import { CodeIndex } from './code-index';
import { linesCommand, StatementLenses, sources } from './code-lenses';
import { goToStatement } from './go-to-statement';
import { linesOfStatement } from './lines-of-statement';
import { goToCommand, StatementHover } from './statement-hover';

export interface LogCodeParts {
  readonly analyses: Analyses;
  readonly editors: LogEditors;
  readonly settings: Settings;
  /** The built `log-code-worker.js`. */
  readonly workerPath: string;
}

/** Lines of a log and the statements of the workspace's sources that wrote them. */
export function registerLogCode(context: vscode.ExtensionContext, parts: LogCodeParts): void {
  const { analyses, editors, settings, workerPath } = parts;
  const index = new CodeIndex(workerPath);
  const lenses = new StatementLenses(analyses, index, settings);
  context.subscriptions.push(
    index,
    lenses,
    vscode.languages.registerCodeLensProvider(sources, lenses),
    vscode.languages.registerHoverProvider('*', new StatementHover(analyses, index, settings)),
    vscode.commands.registerCommand(goToCommand, (argument: unknown) =>
      goToStatement(argument, editors, analyses, index),
    ),
    vscode.commands.registerCommand(linesCommand, (argument: unknown) =>
      linesOfStatement(argument, analyses, index),
    ),
  );
}

import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import type { Output } from '../shared/output';
import { watchDrift } from './drift-messages';
import { learnBaseline } from './learn';

/** Baselines are learned from logs of good times, and learned anew where logs have moved on. Using one is an analysis. */
export function registerBaselines(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  output: Output,
): void {
  context.subscriptions.push(
    watchDrift(analyses),
    vscode.commands.registerCommand('oddline.learnBaseline', (argument: unknown) =>
      learnBaseline(argument, analyses, output),
    ),
  );
}

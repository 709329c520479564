import * as vscode from 'vscode';
import type { CaseParts } from './case-logs';
import { openCase } from './open-case';
import { pinFinding } from './pin-finding';
import { saveCase } from './save-case';
import { copyTimeline, newIssue } from './tell-story';

export function registerCases(context: vscode.ExtensionContext, parts: CaseParts): void {
  const commands = {
    'oddline.saveCase': () => saveCase(parts),
    'oddline.openCase': (argument: unknown) => openCase(argument, parts),
    'oddline.pinFinding': (argument: unknown) => pinFinding(argument, parts),
    'oddline.copyTimeline': (argument: unknown) => copyTimeline(argument, parts),
    'oddline.newIssue': (argument: unknown) => newIssue(argument, parts),
  };
  for (const [name, command] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, command));
  }
}

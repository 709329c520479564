import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import type { LogCorrections } from '../shared/log-corrections';
import type { WorkspaceConsent } from '../shared/workspace-consent';
import { TeachingActions } from './code-actions';
import { registerTeachingCommands } from './commands';
import { Teacher } from './teacher';
import { registerTemplateCommands } from './template-commands';

/** Not an Anomaly and its undo: kept in `.oddline/` of the workspace or on this machine, applied to every result. */
export function registerTeaching(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  consent: WorkspaceConsent,
  corrections: LogCorrections,
): void {
  const teacher = new Teacher(analyses, context.globalStorageUri, consent);
  // A pull brings the labels of colleagues.
  const files = vscode.workspace.createFileSystemWatcher('**/.oddline/labels.jsonl');
  const applyToAll = () => teacher.applyToAll();
  context.subscriptions.push(
    files,
    files.onDidCreate(applyToAll),
    files.onDidChange(applyToAll),
    files.onDidDelete(applyToAll),
    vscode.workspace.onDidGrantWorkspaceTrust(applyToAll),
    vscode.workspace.onDidChangeWorkspaceFolders(applyToAll),
    analyses.onDidChange(() => teacher.applyToNew()),
    vscode.languages.registerCodeActionsProvider(
      '*',
      new TeachingActions(analyses),
      TeachingActions.metadata,
    ),
    ...registerTeachingCommands(analyses, teacher, corrections),
    ...registerTemplateCommands(analyses, teacher),
  );
}

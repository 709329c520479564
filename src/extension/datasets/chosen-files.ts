import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { logName } from '../shared/log-name';
import { moveKey } from '../shared/move-key';

export interface LogFiles {
  readonly labels: string | null;
  readonly instructions: string | null;
  /** Undefined: the usual one. */
  readonly folder: string | undefined;
}

const none: LogFiles = { labels: null, instructions: null, folder: undefined };

/** Files and folders chosen for the exports of a log, as long as the window lives: a page names none of them. */
export class ChosenFiles implements vscode.Disposable {
  private readonly files = new Map<string, LogFiles>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  of(log: vscode.Uri): LogFiles {
    return this.files.get(log.toString()) ?? none;
  }

  set(log: vscode.Uri, files: Partial<LogFiles>): void {
    this.files.set(log.toString(), { ...this.of(log), ...files });
    this.changed.fire(log);
  }

  folderOf(log: vscode.Uri): string {
    return this.of(log).folder ?? usualFolder(log);
  }

  all(): readonly { readonly uri: vscode.Uri }[] {
    return [...this.files.keys()].map((key) => ({ uri: vscode.Uri.parse(key, true) }));
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    moveKey(this.files, from, to);
  }

  forget(log: vscode.Uri): void {
    this.files.delete(log.toString());
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** Beside the log; of one that is no file, in the workspace. */
function usualFolder(log: vscode.Uri): string {
  const stem = logName(log).replace(/\.(?:log|txt|out|gz|zst)\b/gi, '');
  const name = `${stem.replace(/[^\p{L}\p{N}_.+-]+/gu, '-').slice(0, 80) || 'log'}-dataset`;
  return join(log.scheme === 'file' ? dirname(log.fsPath) : usualParent(), name);
}

/** Where files go of which nothing says where. */
export function usualParent(): string {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  return folder?.uri.fsPath ?? process.cwd();
}

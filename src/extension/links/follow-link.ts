import * as vscode from 'vscode';
import { isOnOtherMachine } from '../../node/files/other-machine';
import type { LinkTarget } from '../../protocol/line-links';
import { onOneLine } from '../shared/markdown';
import { quickPickText } from '../shared/quick-pick-text';
import { filesMeant } from './find-file';
import { mostShown, shownAddress } from './shown-address';

type FileTarget = Extract<LinkTarget, { kind: 'file' }>;

/** Opens what a log names. What is not of the workspace is shown in a question first: a log can name anything. */
export async function followLink(target: LinkTarget, log: vscode.Uri): Promise<void> {
  if (target.kind === 'url') return openAddress(target.url);
  const files = await filesMeant(target.path, log);
  if (files.length === 0) return tellNothingThere(target);
  const [file] = files.length === 1 ? files : await chosen(files);
  if (file && (isOfWorkspace(file) || (await agrees(shownPath(file.fsPath))))) await open(file, target);
}

async function openAddress(url: string): Promise<void> {
  if (await agrees(shownAddress(url))) await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

/** VS Code's own editor or page for it: it may be an image, or too large. */
async function open(file: vscode.Uri, { line, column }: FileTarget): Promise<void> {
  const position = new vscode.Position((line ?? 1) - 1, (column ?? 1) - 1);
  const selection = new vscode.Range(position, position);
  await vscode.commands.executeCommand('vscode.open', file, line === null ? {} : { selection });
}

async function chosen(files: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const picks = files.map((uri) => ({ label: quickPickText(vscode.workspace.asRelativePath(uri)), uri }));
  const title = vscode.l10n.t('Which file does the log mean?');
  const pick = await vscode.window.showQuickPick(picks, { title });
  return pick ? [pick.uri] : [];
}

function isOfWorkspace(file: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(file) !== undefined;
}

async function agrees(detail: string): Promise<boolean> {
  const open = vscode.l10n.t('Open');
  const text = vscode.l10n.t('The log leads out of the workspace. Open this?');
  return (await vscode.window.showWarningMessage(text, { modal: true, detail }, open)) === open;
}

/** Of a long one both ends: what it opens is said by the last. */
function shownPath(path: string): string {
  const shown = onOneLine(path);
  return shown.length <= mostShown
    ? shown
    : `${shown.slice(0, mostShown / 2)} … ${shown.slice(-mostShown / 2)}`;
}

function tellNothingThere({ path }: FileTarget): void {
  const shown = onOneLine(path).slice(0, mostShown);
  const text = isOnOtherMachine(path)
    ? vscode.l10n.t('{0} is on another machine. Oddline opens files of this one only.', shown)
    : vscode.l10n.t(
        'Neither the workspace nor the log’s folder has {0}. Open the folder with its sources, then follow the link again.',
        shown,
      );
  void vscode.window.showInformationMessage(text);
}

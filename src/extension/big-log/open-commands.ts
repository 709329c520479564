import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import { bigLogViewType } from '../shared/big-log-tabs';
import { isGathered, setScheme, setUri } from '../shared/log-uri';

/** Argument of each: the uri a menu was opened on; the log in front where there is none. */
export function openCommands(): vscode.Disposable[] {
  const commands = {
    'oddline.openBigLog': (argument: unknown) => openBigLog(named(argument)),
    'oddline.openRotatedSet': (argument: unknown) => openRotatedSet(named(argument)),
    'oddline.openInTextEditor': (argument: unknown) => openInTextEditor(named(argument)),
  };
  return Object.entries(commands).map(([name, command]) => vscode.commands.registerCommand(name, command));
}

function named(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : activeUri();
}

async function openBigLog(uri: vscode.Uri | undefined): Promise<void> {
  const wanted = uri ?? (await chosenFile());
  if (wanted) await openWith(wanted);
}

async function openRotatedSet(uri: vscode.Uri | undefined): Promise<void> {
  const wanted = uri ?? (await chosenFile());
  if (!wanted) return;
  if (wanted.scheme === 'file') return openWith(setUri(wanted));
  const text = vscode.l10n.t(
    'The files of a rotated log are found beside a file on disk. Open one of them first.',
  );
  void vscode.window.showInformationMessage(text);
}

/** VS Code's own, where it makes one. */
async function openInTextEditor(uri: vscode.Uri | undefined): Promise<void> {
  if (!uri) return;
  if (uri.scheme === setScheme || !isGathered(uri)) {
    await vscode.commands.executeCommand('vscode.openWith', uri.with({ scheme: fileScheme(uri) }), 'default');
    return;
  }
  const text = vscode.l10n.t('A merged log is no file, so VS Code has no editor for it. Export it first.');
  void vscode.window.showInformationMessage(text);
}

function fileScheme({ scheme }: vscode.Uri): string {
  return scheme === setScheme ? 'file' : scheme;
}

async function openWith(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', uri, bigLogViewType, { preview: false });
}

async function chosenFile(): Promise<vscode.Uri | undefined> {
  const title = vscode.l10n.t('Open in Big-Log Editor');
  return (await vscode.window.showOpenDialog({ title }))?.[0];
}

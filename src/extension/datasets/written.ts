import { join } from 'node:path';
import * as vscode from 'vscode';
import { logName } from '../shared/log-name';
import { messageText } from '../shared/message-text';

export interface WrittenDataset {
  /** What was written, in a sentence. */
  readonly text: string;
  readonly folder: string;
  /** Within the folder. */
  readonly card: string;
  /** What else can be opened. */
  readonly opens?: { readonly label: string; readonly path: string };
}

/** Says so, and where to look. */
export async function tellWritten({ text, folder, card, opens }: WrittenDataset): Promise<void> {
  const choices = new Map<string, () => Thenable<unknown>>();
  if (opens) choices.set(opens.label, () => open(opens.path));
  choices.set(vscode.l10n.t('Open Folder'), () => openFolder(folder));
  if (!opens) choices.set(vscode.l10n.t('Validate'), () => validate(folder));
  choices.set(vscode.l10n.t('Open Data Card'), () => openCard(join(folder, card)));
  const chosen = await vscode.window.showInformationMessage(messageText(text), ...choices.keys());
  if (chosen !== undefined) await choices.get(chosen)?.();
}

function open(path: string): Thenable<unknown> {
  return vscode.commands.executeCommand('vscode.open', vscode.Uri.file(path));
}

function validate(folder: string): Thenable<unknown> {
  return vscode.commands.executeCommand('oddline.validateDataset', vscode.Uri.file(folder));
}

/** In the explorer where it shows the folder, else where the system shows it. */
function openFolder(folder: string): Thenable<unknown> {
  const uri = vscode.Uri.file(folder);
  const command = vscode.workspace.getWorkspaceFolder(uri) ? 'revealInExplorer' : 'revealFileInOS';
  return vscode.commands.executeCommand(command, uri);
}

/** Rendered by VS Code's own Markdown extension; where somebody switched that off, as text. */
async function openCard(path: string): Promise<void> {
  const uri = vscode.Uri.file(path);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await open(path);
  }
}

export function folderName(folder: string): string {
  return logName({ path: folder });
}

import * as vscode from 'vscode';
import type { SaveRequest } from '../../protocol/dashboard';

const kinds: Readonly<Record<SaveRequest['kind'], () => Readonly<Record<string, string[]>>>> = {
  svg: () => ({ [vscode.l10n.t('Picture (SVG)')]: ['svg'] }),
  png: () => ({ [vscode.l10n.t('Picture (PNG)')]: ['png'] }),
  csv: () => ({ [vscode.l10n.t('Table (CSV)')]: ['csv'] }),
  html: () => ({ [vscode.l10n.t('Web page (HTML)')]: ['html'] }),
};

/** Where the reader wants it; beside the log where that is a file. False where they gave up. */
export async function save(
  { name, kind, content }: SaveRequest,
  log: vscode.Uri | undefined,
): Promise<boolean> {
  const file = `${fileName(name)}.${kind}`;
  const folder =
    log?.scheme === 'file' ? vscode.Uri.joinPath(log, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    filters: kinds[kind](),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }),
  });
  if (!target) return false;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(target, bytes);
  void tellSaved(target);
  return true;
}

/** Names come from logs: nothing in them may be a path. */
function fileName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._ -]+/gu, '-').replace(/^[.\s-]+|[.\s-]+$/g, '');
  return plain.slice(0, 100) || 'oddline';
}

async function tellSaved(target: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const text = vscode.l10n.t('Saved as {0}.', vscode.workspace.asRelativePath(target));
  if ((await vscode.window.showInformationMessage(text, open)) === open)
    await vscode.commands.executeCommand('vscode.open', target);
}

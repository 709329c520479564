import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { type IssuePage, issuePageOf } from '../../node/git/issue-page';
import { remoteOfFolder } from '../../node/git/repository-place';
import { localise } from '../shared/localise';

/** A draft in an editor of its own: nothing leaves the machine until whoever reads it sends it. */
export async function showDraft(content: string, title: string, log: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
  const page = await pageOf(log);
  // Not awaited: the command has ended, whenever the message is answered.
  void offer(document, title, page);
}

async function offer(
  document: vscode.TextDocument,
  title: string,
  page: IssuePage | undefined,
): Promise<void> {
  const copy = vscode.l10n.t('Copy');
  const open = page && vscode.l10n.t('New Issue at {0}…', page.host);
  const text = vscode.l10n.t('A draft with the marked lines, secrets hidden. Read it before you send it.');
  const chosen = await vscode.window.showInformationMessage(text, ...(open ? [open, copy] : [copy]));
  // As it is by now, with what was changed in it.
  const draft = document.getText();
  if (chosen === copy) await vscode.env.clipboard.writeText(draft);
  else if (page && chosen === open) await openPage(page, title, draft);
}

/** The text goes to the host as part of the address, so it is asked with the host's name. */
async function openPage(page: IssuePage, title: string, draft: string): Promise<void> {
  const { address, isWhole } = page.addressOf(title, draft);
  const { host, repository } = page;
  const message = localise({ pattern: 'Send the draft to {0}?', values: [host] });
  const detail = localise({
    pattern: 'The page for a new issue of {0} opens in your browser with the text of the draft in it.',
    values: [repository],
  });
  const cut = vscode.l10n.t(
    'The draft is too long for that: its beginning goes there, all of it to the clipboard.',
  );
  const yes = vscode.l10n.t('Open');
  const options = { modal: true, detail: isWhole ? detail : `${detail} ${cut}` };
  if ((await vscode.window.showWarningMessage(message, options, yes)) !== yes) return;
  if (!isWhole) await vscode.env.clipboard.writeText(draft);
  // As text: VS Code takes a Uri apart and would decode what is encoded in it.
  await vscode.commands.executeCommand('vscode.open', address);
}

/** Of the repository the log is in, else of the workspace's first folder that is in one. */
async function pageOf(log: vscode.Uri): Promise<IssuePage | undefined> {
  const workspace = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const folders = [
    ...(log.scheme === 'file' ? [dirname(log.fsPath)] : []),
    ...workspace.map(({ uri }) => uri.fsPath),
  ];
  for (const folder of folders) {
    const remote = await remoteOfFolder(folder);
    if (remote !== undefined) return issuePageOf(remote);
  }
  return undefined;
}

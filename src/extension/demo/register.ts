import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { worstFinding } from '../../protocol/overview';
import { uriOfTab } from '../shared/active-uri';
import type { AnalysedLog } from '../shared/analyses';

/** Set by `npm start`: `demo` opens the sample's worst incident as soon as the extension is active. */
const startVariable = 'ODDLINE_START';
/** `npm start` gives each VS Code a new profile; within one, Reload Window does not bring the demo back. */
const startedKey = 'oddline.demoStarted';

export function registerDemo(context: vscode.ExtensionContext): void {
  const open = () => openDemo(context);
  context.subscriptions.push(vscode.commands.registerCommand('oddline.demo', open));
  if (process.env[startVariable] !== 'demo' || context.globalState.get(startedKey)) return;
  void context.globalState.update(startedKey, true);
  void open();
}

/** Ends with the worst line of the sample on screen and its hover open. */
async function openDemo(context: vscode.ExtensionContext): Promise<void> {
  const sample = await copySample(context);
  if (!sample) return;
  await closeOriginal(context);
  const document = await vscode.workspace.openTextDocument(sample);
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.view.extension.oddline');
  const log = await vscode.commands.executeCommand<AnalysedLog | undefined>(
    'oddline.detectAnomalies',
    sample,
  );
  const worst = log && worstFinding(log.findings);
  if (!worst) return;
  const finding = { uri: sample.toString(), findingId: worst.id, hover: true };
  await vscode.commands.executeCommand('oddline.revealFinding', finding);
}

/**
 * `npm start` opens the sample itself, since opening a log is what activates the extension: once is enough on
 * screen. Real paths, because the extension may be installed as a link to the checkout.
 */
async function closeOriginal(context: vscode.ExtensionContext): Promise<void> {
  const original = await realPath(sampleOf(context));
  for (const tab of vscode.window.tabGroups.all.flatMap((group) => group.tabs)) {
    const uri = uriOfTab(tab);
    if (original && uri?.scheme === 'file' && (await realPath(uri)) === original) {
      await vscode.window.tabGroups.close(tab);
    }
  }
}

/** Undefined for a file that is gone. */
function realPath(uri: vscode.Uri): Promise<string | undefined> {
  return realpath(uri.fsPath).catch(() => undefined);
}

function sampleOf(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, 'dist', 'sample', 'shop.log');
}

/** A copy: the sample of the installed extension is never edited in place. */
async function copySample(context: vscode.ExtensionContext): Promise<vscode.Uri | undefined> {
  const copy = vscode.Uri.joinPath(context.globalStorageUri, 'demo', 'shop.log');
  try {
    await vscode.workspace.fs.copy(sampleOf(context), copy, { overwrite: true });
    return copy;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = vscode.l10n.t('The demo log could not be opened: {0}. Install Oddline again.', reason);
    void vscode.window.showErrorMessage(text);
    return undefined;
  }
}

import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';

// Inside the profile of the test run (TMPDIR), which is removed with everything in it.
const folder = mkdtempSync(path.join(tmpdir(), 'logs-'));

export function writeLog(name: string, content: string | Uint8Array): vscode.Uri {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return vscode.Uri.file(file);
}

export async function openLog(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Undefined when the analysis was cancelled or failed. */
export async function detect(uri?: vscode.Uri): Promise<AnalysedLog | undefined> {
  return vscode.commands.executeCommand<AnalysedLog | undefined>('oddline.detectAnomalies', uri);
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The text of all hovers on a line (1-based). */
export async function hoverText(uri: vscode.Uri, line: number): Promise<string> {
  const place = new vscode.Position(line - 1, 0);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    place,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/** Whether a line (1-based) is one of a finding: its hover offers to mark it, as that of a label does not. */
export async function isFinding(uri: vscode.Uri, line: number): Promise<boolean> {
  return (await hoverText(uri, line)).includes('oddline.markNormal');
}

/** Asks again until the answer is yes; throws after the limit. */
export async function until(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  limitMs = 60_000,
): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Resolves when VS Code has said something of the file since. Of one that comes and goes within an instant it says nothing, so
 * whoever writes one and deletes it waits in between. What is written before VS Code watches a new folder it may miss: the file is
 * touched until it is heard of.
 */
export function heardOf(file: string): () => Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/.oddline/${path.basename(file)}`);
  let isHeard = false;
  const hear = () => {
    isHeard = true;
  };
  watcher.onDidCreate(hear);
  watcher.onDidChange(hear);
  return async () => {
    await until(`VS Code hears of ${file}`, () => {
      if (!isHeard) utimesSync(file, new Date(), new Date());
      return isHeard;
    });
    watcher.dispose();
  };
}

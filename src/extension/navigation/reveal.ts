import * as vscode from 'vscode';
import { uriOfTab } from '../shared/active-uri';
import { isBigLogTab } from '../shared/big-log-tabs';
import type { LogEditors } from '../shared/log-editors';
import { isPackedLogPath } from '../shared/log-path';
import { isGathered } from '../shared/log-uri';
import { twinOf } from '../shared/text-view-uri';

/** How long VS Code may take from opening a log to its editor; loading 50 MB takes less. */
const editorWaitMs = 2000;

export interface WantedLine {
  readonly uri: vscode.Uri;
  /** From 1; where the log has several files, counted through all. */
  readonly line: number;
  /** Says also why it is marked. */
  readonly hover: boolean;
}

/**
 * Puts the caret on the line, in the editor that already shows the log, else in a new one: VS Code's own, and ours where VS Code makes
 * none (files over 50 MB, and over 10 MB in remote windows until confirmed; packed logs; logs of several files).
 */
export async function showLine(wanted: WantedLine, editors: LogEditors): Promise<void> {
  const { uri, line, hover } = wanted;
  const ours = editors.of(uri);
  if (ours && (isOursInFront(uri) || editorsOf(uri).length === 0)) return ours.reveal(line, hover);
  const isNative = !isGathered(uri) && !isPackedLogPath(uri.path);
  if (isNative && (await revealNatively(uri, line))) {
    // Pressing the key of the same command again moves the focus into the hover.
    if (hover) await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
    return;
  }
  await vscode.commands.executeCommand('oddline.openBigLog', uri);
  await editors.of(uri)?.reveal(line, hover);
}

function isOursInFront(uri: vscode.Uri): boolean {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return isBigLogTab(tab) && uriOfTab(tab)?.toString() === uri.toString();
}

/** False where VS Code makes no editor. */
async function revealNatively(uri: vscode.Uri, line: number): Promise<boolean> {
  const place = new vscode.Position(line - 1, 0);
  const selection = new vscode.Selection(place, place);
  const shown = editorsOf(uri);
  const editor = shown.find((one) => one === vscode.window.activeTextEditor) ?? shown[0];
  const opened = editor ? await focused(editor) : await openedEditor(uri, selection);
  if (!opened) return false;
  opened.selection = selection;
  opened.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

function editorsOf(uri: vscode.Uri): readonly vscode.TextEditor[] {
  const key = uri.toString();
  const ofLog = vscode.window.visibleTextEditors.filter(
    ({ document }) => twinOf(document.uri).toString() === key,
  );
  // The log itself before other views of its lines.
  return ofLog.sort(
    (a, b) => Number(b.document.uri.toString() === key) - Number(a.document.uri.toString() === key),
  );
}

function focused({ document, viewColumn }: vscode.TextEditor): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(document, viewColumn ? { viewColumn } : {});
}

/** Not by `showTextDocument`: that loads a text of any size first, only to find that it gets no editor. */
async function openedEditor(
  uri: vscode.Uri,
  selection: vscode.Selection,
): Promise<vscode.TextEditor | undefined> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false, selection, ...columnOf(uri) });
  return editorsOf(uri)[0] ?? nextEditorOf(uri);
}

/** Where the log has a tab already, though another is in front of it: a page that steers it from beside stays in sight. */
function columnOf(uri: vscode.Uri): { readonly viewColumn?: vscode.ViewColumn } {
  const key = uri.toString();
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const hasIt = ({ tabs }: vscode.TabGroup) => tabs.some((tab) => uriOfTab(tab)?.toString() === key);
  const group = hasIt(activeTabGroup) ? activeTabGroup : all.find(hasIt);
  return group ? { viewColumn: group.viewColumn } : {};
}

function nextEditorOf(uri: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      subscription.dispose();
      resolve(editorsOf(uri)[0]);
    };
    const timer = setTimeout(settle, editorWaitMs);
    const subscription = vscode.window.onDidChangeVisibleTextEditors(() => {
      if (editorsOf(uri).length > 0) settle();
    });
  });
}

import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import { isAppended } from '../shared/line-edits';
import type { LineThreads } from '../shared/line-threads';
import { isLog } from '../shared/log-documents';
import type { LogEditors } from '../shared/log-editors';
import { logName } from '../shared/log-name';
import { isGathered } from '../shared/log-uri';
import type { Readings } from '../shared/readings';
import type { WorkspaceConsent } from '../shared/workspace-consent';
import { BookmarkedLogs } from './bookmarked-logs';
import { bookmarkCommands } from './commands';
import { registerBookmarkHover } from './hover';
import { KeptBookmarks } from './kept-bookmarks';
import { BookmarkMarks } from './marks';
import { BookmarksTree } from './tree';

export interface BookmarkingNeeds {
  readonly analyses: Analyses;
  readonly readings: Readings;
  readonly threads: LineThreads;
  readonly editors: LogEditors;
  readonly consent: WorkspaceConsent;
}

/** Tells the view to be there. */
const shownKey = 'oddline.hasBookmarks';
/** Edits that come closer than this are one. */
const settleMs = 500;

/** Lines to come back to, with what the reader says of them. */
export function registerBookmarks(context: vscode.ExtensionContext, needs: BookmarkingNeeds): void {
  const { readings, threads, editors, consent } = needs;
  const logs = new BookmarkedLogs(readings, threads, new KeptBookmarks(context.globalStorageUri, consent));
  const tree = new BookmarksTree(logs);
  const view = vscode.window.createTreeView('oddline.bookmarks', { treeDataProvider: tree });
  let shown: vscode.Uri | undefined;
  const current = () => {
    const active = activeUri();
    return active && logs.of(active).length > 0 ? active : shown;
  };
  const show = () => {
    shown = current();
    const count = shown ? logs.of(shown).length : 0;
    if (count === 0) shown = undefined;
    tree.show(shown);
    view.description = shown ? logName(shown) : '';
    void vscode.commands.executeCommand('setContext', shownKey, count > 0);
  };
  context.subscriptions.push(
    logs,
    view,
    new BookmarkMarks(readings, vscode.Uri.joinPath(context.extensionUri, 'media')),
    registerBookmarkHover(readings),
    watchOpened(logs, needs),
    watchReplaced(logs),
    readings.onDidChange(({ reading, former }) => {
      if (reading.bookmarks !== former.bookmarks) show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    editors.onDidChange(show),
    ...bookmarkCommands({ editors, logs, current }),
  );
}

/** Each log that comes on screen is searched for its bookmarks once, and again when VS Code opens it anew. */
function watchOpened(logs: BookmarkedLogs, { analyses, editors }: BookmarkingNeeds): vscode.Disposable {
  const loaded = new WeakSet<vscode.TextDocument>();
  const loadedInOurs = new Set<string>();
  const ofNative = () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      const isKnown = isLog(document.uri) || analyses.get(document.uri) !== undefined;
      if (loaded.has(document) || !isKnown) continue;
      loaded.add(document);
      void logs.load(document.uri);
    }
  };
  const ofOurs = () => {
    const uri = activeUri();
    if (!uri || !editors.of(uri) || loadedInOurs.has(uri.toString())) return;
    loadedInOurs.add(uri.toString());
    void logs.load(uri);
  };
  ofNative();
  ofOurs();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(ofNative),
    analyses.onDidChange(ofNative),
    editors.onDidChange(ofOurs),
  );
}

/** What is appended moves no line; any other change of a text sends its bookmarks to where their lines are now. */
function watchReplaced(logs: BookmarkedLogs): vscode.Disposable {
  const waiting = new Map<string, NodeJS.Timeout>();
  const changed = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const { uri, lineCount } = document;
    if (contentChanges.length === 0 || isGathered(uri) || logs.of(uri).length === 0) return;
    const after = { lineCount, lastLineLength: document.lineAt(lineCount - 1).text.length };
    if (contentChanges.every((change) => isAppended(change, after))) return;
    clearTimeout(waiting.get(uri.toString()));
    waiting.set(
      uri.toString(),
      setTimeout(() => {
        waiting.delete(uri.toString());
        void logs.reload(uri);
      }, settleMs),
    );
  });
  const stopped = new vscode.Disposable(() => {
    for (const timer of waiting.values()) clearTimeout(timer);
  });
  return vscode.Disposable.from(changed, stopped);
}

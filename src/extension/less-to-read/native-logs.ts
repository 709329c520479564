import * as vscode from 'vscode';
import type { Reading } from '../../protocol/reading';
import { openDocument } from '../shared/active-uri';
import { failureText } from '../shared/failure-text';
import { isAppended } from '../shared/line-edits';
import type { Readings } from '../shared/readings';
import type { ShownLog, ShownLogs } from '../shared/shown-logs';
import { hidesNothing } from '../shared/shown-request';
import type { ShowingStatus, Shown } from '../shared/shown-rows';
import { shownUri } from '../shared/shown-uri';
import { logOf } from '../shared/understood-uri';

interface Held {
  readonly shown: ShownLog;
  readonly subscription: vscode.Disposable;
}

/** The text changed and is about to be read again. */
interface Waiting {
  readonly timer: NodeJS.Timeout;
  /** More than appended to: what was worked out for the text of before says nothing of this one. */
  replaced: boolean;
}

/** So long after the first change of a text it is read again: a log that grows all the time is to be shown all the same. */
const settleMs = 500;

/**
 * Logs in VS Code's own editor of which something is hidden: what is left of each. While that is so the log's text is kept in a
 * thread too, as it was when it was last changed.
 */
export class NativeLogs implements vscode.Disposable {
  private readonly held = new Map<string, Promise<Held | undefined>>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly last = new Map<string, Shown>();
  private readonly shownChanged = new vscode.EventEmitter<vscode.Uri>();
  private readonly statusChanged = new vscode.EventEmitter<vscode.Uri>();
  private readonly statuses = new Map<string, ShowingStatus>();
  private readonly subscription: vscode.Disposable;
  /** Something else is left of a log; also once nothing is hidden any more. */
  readonly onDidShow = this.shownChanged.event;
  readonly onDidChangeStatus = this.statusChanged.event;

  constructor(
    private readonly logs: ShownLogs,
    private readonly readings: Readings,
    private readonly renew: (uri: vscode.Uri) => void,
  ) {
    this.subscription = vscode.Disposable.from(
      readings.onDidChange(({ uri, reading }) => this.follow(uri, reading)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.held.has(document.uri.toString()))
          this.changed(document, contentChanges);
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.follow(uri, readings.of(uri))),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        const log = logOf(uri);
        if (!openDocument(log) && !openDocument(shownUri(log))) this.release(log);
      }),
    );
  }

  /** Logs that were open before: something of them may have been hidden when the window was closed. */
  followOpen(): void {
    for (const { uri } of vscode.workspace.textDocuments) this.follow(uri, this.readings.of(uri));
  }

  /** Undefined where nothing is hidden, or nothing was worked out yet. */
  shownOf(uri: vscode.Uri): Shown | undefined {
    return this.last.get(uri.toString());
  }

  /** Whether something of it is to be hidden, be it worked out yet or not. */
  isHeld(uri: vscode.Uri): boolean {
    return this.held.has(uri.toString());
  }

  statusOf(uri: vscode.Uri): ShowingStatus {
    return this.statuses.get(uri.toString()) ?? { kind: 'settled' };
  }

  dispose(): void {
    this.subscription.dispose();
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    for (const held of this.held.values()) void held.then(end);
    this.held.clear();
    this.shownChanged.dispose();
    this.statusChanged.dispose();
  }

  private follow(uri: vscode.Uri, reading: Reading): void {
    if (hidesNothing(reading)) this.release(uri);
    else if (openDocument(uri)) this.hold(uri);
  }

  private hold(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.held.has(key)) return;
    const isHeld = () => this.held.get(key) === held;
    const held: Promise<Held | undefined> = this.opened(uri, isHeld).catch((error) => {
      if (isHeld()) {
        this.held.delete(key);
        void vscode.window.showWarningMessage(failureText(error));
      }
      return undefined;
    });
    this.held.set(key, held);
  }

  /** `isHeld`: while it opened the log may have been released, or be read again by another thread. */
  private async opened(uri: vscode.Uri, isHeld: () => boolean): Promise<Held> {
    const shown = await this.logs.open(uri);
    const { rows } = shown;
    const take = (what: Shown) => {
      if (!isHeld() || this.waiting.get(uri.toString())?.replaced) return;
      this.last.set(uri.toString(), what);
      this.shownChanged.fire(uri);
    };
    if (rows.shown) take(rows.shown);
    const subscription = vscode.Disposable.from(
      rows.onDidShow(take),
      rows.onDidChangeStatus((status) => {
        this.statuses.set(uri.toString(), status);
        this.statusChanged.fire(uri);
      }),
    );
    return { shown, subscription };
  }

  private changed(
    document: vscode.TextDocument,
    changes: readonly vscode.TextDocumentContentChangeEvent[],
  ): void {
    const key = document.uri.toString();
    const last = document.lineAt(document.lineCount - 1);
    const after = { lineCount: document.lineCount, lastLineLength: last.text.length };
    const replaced = !changes.every((change) => isAppended(change, after));
    const waiting = this.waiting.get(key);
    if (waiting) waiting.replaced ||= replaced;
    else this.waiting.set(key, { replaced, timer: setTimeout(() => this.readAgain(document.uri), settleMs) });
  }

  /** The thread has the text of before: another one reads it as it is now. */
  private readAgain(uri: vscode.Uri): void {
    const key = uri.toString();
    this.waiting.delete(key);
    void this.held.get(key)?.then(end);
    if (!this.held.delete(key)) return;
    this.renew(uri);
    this.follow(uri, this.readings.of(uri));
  }

  private release(uri: vscode.Uri): void {
    const key = uri.toString();
    void this.held.get(key)?.then(end);
    const wasHeld = this.held.delete(key);
    this.statuses.delete(key);
    if (this.last.delete(key) || wasHeld) this.shownChanged.fire(uri);
  }
}

function end(held: Held | undefined): void {
  held?.subscription.dispose();
  held?.shown.dispose();
}

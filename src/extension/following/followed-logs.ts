import * as vscode from 'vscode';
import { uriOfTab } from '../shared/active-uri';
import type { AnalysedLogs } from '../shared/analysed-logs';
import { AppendedAnalysis } from '../shared/appended-analysis';
import { Follower, type FollowerState } from './follower';

interface Followed {
  readonly follower: Follower;
  readonly analysis: AppendedAnalysis;
}

/** Logs in VS Code's own editors that are followed, until they are closed. The big-log editor follows by itself. */
export class FollowedLogs implements vscode.Disposable {
  private readonly followed = new Map<string, Followed>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly analyses: AnalysedLogs) {
    this.subscription = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) this.stopClosed();
    });
  }

  stateOf(uri: vscode.Uri): FollowerState | undefined {
    return this.followed.get(uri.toString())?.follower.state;
  }

  /** Begins, or goes back to the end. */
  follow(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const known = this.followed.get(key);
    if (known) {
      known.follower.resume();
      return;
    }
    const analysis = new AppendedAnalysis(document.uri, this.analyses);
    const follower = new Follower(document, {
      changed: () => this.changed.fire(),
      grown: () => analysis.wanted(),
    });
    this.followed.set(key, { follower, analysis });
    this.changed.fire();
  }

  stop(uri: vscode.Uri): void {
    const followed = this.followed.get(uri.toString());
    if (!followed) return;
    this.followed.delete(uri.toString());
    vscode.Disposable.from(followed.follower, followed.analysis).dispose();
    this.changed.fire();
  }

  dispose(): void {
    this.subscription.dispose();
    for (const key of [...this.followed.keys()]) this.stop(vscode.Uri.parse(key, true));
    this.changed.dispose();
  }

  private stopClosed(): void {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const open = new Set(tabs.map((tab) => uriOfTab(tab)?.toString()));
    for (const key of [...this.followed.keys()]) if (!open.has(key)) this.stop(vscode.Uri.parse(key, true));
  }
}

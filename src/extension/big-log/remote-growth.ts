import type * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import type { LogLines } from '../shared/line-threads';
import type { RemoteLogs } from '../shared/remote-logs';

/**
 * A remote log is a file that grows while it is fetched. Its rows come without anybody following it: the reader stays where they are. What
 * comes live is followed as any log is.
 */
export class RemoteGrowth implements vscode.Disposable {
  private readonly subscriptions: readonly vscode.Disposable[];
  private isWatched = false;
  private wasLive = false;

  constructor(
    private readonly lines: LogLines,
    private readonly remote: RemoteLogs,
    private readonly happened: { readonly changed: () => void; readonly live: () => void },
  ) {
    this.subscriptions = [remote.onDidChange(() => this.look()), lines.onProgress(() => this.look())];
    this.look();
  }

  /** What people must know of how it was fetched. */
  get notes(): readonly Sentence[] {
    return this.remote.stateOf(this.lines.uri)?.notes ?? [];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private look(): void {
    const state = this.remote.stateOf(this.lines.uri);
    if (!state) return;
    // Not before all that was written is there.
    const isBehind = this.lines.progress().indexedBytes < state.bytes;
    this.watch(state.isGrowing || isBehind);
    if (state.phase === 'live' && !this.wasLive) this.happened.live();
    this.wasLive ||= state.phase === 'live';
    this.happened.changed();
  }

  private watch(on: boolean): void {
    if (on === this.isWatched) return;
    this.isWatched = on;
    // Where the reader follows it, they end that.
    if (on || !this.wasLive) this.lines.client.follow(on).catch(() => undefined);
  }
}

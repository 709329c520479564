import * as vscode from 'vscode';
import type { LogSource, SourceQuery } from '../../protocol/log-source';
import type { PlannedSpan } from '../../protocol/survey';
import { bigLogViewType } from './big-log-tabs';
import { formatNumber, localise } from './localise';
import { logName } from './log-name';
import { mergedUris, mergeUri, remoteUri } from './log-uri';
import { messageText } from './message-text';
import type { RemoteLogs, RemoteState } from './remote-logs';
import type { SourceConsent } from './source-consent';

export interface RemoteWish {
  readonly source: LogSource;
  readonly query: SourceQuery;
  /** What comes from now on is appended. */
  readonly live: boolean;
  /** Of a survey: only these parts of the query's span. */
  readonly parts?: readonly PlannedSpan[] | null;
  /** From a list of what runs here. */
  readonly isPicked?: boolean;
  /** Of the tab. */
  readonly title: string;
}

/** Opens what a log source holds as a log; the one way for all commands that do. */
export class RemoteOpening {
  constructor(
    private readonly logs: RemoteLogs,
    private readonly consent: SourceConsent,
  ) {}

  /** Undefined where the person did not agree. Resolves when the editor is open; the log may still be growing. */
  async open(wish: RemoteWish): Promise<vscode.Uri | undefined> {
    if (!(await this.isAllowed(wish))) return undefined;
    return this.show(this.wanted(wish), wish.source.name);
  }

  /** As one in order of time. */
  async openTogether(wishes: readonly RemoteWish[], title: string): Promise<vscode.Uri | undefined> {
    for (const wish of wishes) if (!(await this.isAllowed(wish))) return undefined;
    const members = wishes.map((wish) => this.wanted(wish));
    return this.show(mergeUri(title, members), title);
  }

  private isAllowed({ source, isPicked }: RemoteWish): Promise<boolean> {
    return isPicked ? this.consent.mayUsePicked(source) : this.consent.mayUse(source);
  }

  private wanted({ source, query, live, title, parts = null }: RemoteWish): vscode.Uri {
    const uri = remoteUri(title, { source: source.name, query, live, parts, time: Date.now() });
    this.logs.want(uri, source);
    return uri;
  }

  private async show(uri: vscode.Uri, name: string): Promise<vscode.Uri> {
    const options = { preview: false };
    const opened = vscode.commands.executeCommand('vscode.openWith', uri, bigLogViewType, options);
    void this.showProgress(uri, name, opened);
    await opened;
    return uri;
  }

  /** Until all is fetched, or what comes is waited for; then the log is analysed. */
  private async showProgress(uri: vscode.Uri, name: string, opened: Thenable<unknown>): Promise<void> {
    const title = messageText(vscode.l10n.t('Fetching from {0}', name));
    const location = vscode.ProgressLocation.Notification;
    await vscode.window.withProgress({ location, title, cancellable: true }, (progress, cancellation) => {
      cancellation.onCancellationRequested(() => {
        for (const one of mergedUris(uri) ?? [uri]) this.logs.stop(one);
      });
      return this.until(uri, isFetched, opened, (state) => progress.report({ message: progressText(state) }));
    });
    // Of what comes live there may be nothing yet.
    if (this.logs.stateOf(uri)?.isGrowing)
      await this.until(uri, ({ bytes, isGrowing }) => bytes > 0 || !isGrowing, opened);
    const state = this.logs.stateOf(uri);
    if (!state || state.hasFailed) return;
    if (state.entries === 0 && state.bytes === 0 && !state.isGrowing) tellNothing(uri, state);
    else await vscode.commands.executeCommand('oddline.detectAnomalies', uri);
  }

  /** Or until it is closed, or could not be opened. */
  private until(
    uri: vscode.Uri,
    isReached: (state: RemoteState) => boolean,
    opened: Thenable<unknown>,
    tell: (state: RemoteState) => void = () => undefined,
  ): Promise<void> {
    const members = [uri, ...(mergedUris(uri) ?? [])].map(String);
    return new Promise((resolve) => {
      const end = () => {
        subscription.dispose();
        resolve();
      };
      const look = () => {
        const state = this.logs.stateOf(uri);
        if (state) tell(state);
        if (!state || isReached(state)) end();
      };
      const subscription = this.logs.onDidChange((changed) => {
        if (members.includes(changed.toString())) look();
      });
      void opened.then(undefined, end);
      if (this.logs.stateOf(uri)) look();
    });
  }
}

function isFetched({ isGrowing, phase }: RemoteState): boolean {
  return !isGrowing || phase === 'live' || phase === 'reconnecting';
}

function progressText({ entries, share }: RemoteState): string {
  const count = vscode.l10n.t('{0} entries', formatNumber(entries));
  return share === null ? count : `${count} · ${Math.floor(100 * share)} %`;
}

function tellNothing(uri: vscode.Uri, { notes }: RemoteState): void {
  const nothing = vscode.l10n.t(
    '{0}: nothing was found. Widen the time range, or look at the query.',
    logName(uri),
  );
  void vscode.window.showInformationMessage(messageText([nothing, ...notes.map(localise)].join(' ')));
}

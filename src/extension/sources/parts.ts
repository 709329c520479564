import type * as vscode from 'vscode';
import type { LogSource } from '../../protocol/log-source';
import type { SourceVerdict } from '../../protocol/sources';
import type { LogSources } from '../shared/log-sources';
import type { Fetched } from '../shared/remote-logs';
import type { RemoteOpening } from '../shared/remote-opening';
import type { SourceConsent } from '../shared/source-consent';

export interface SourcesParts {
  readonly sources: LogSources;
  readonly consent: SourceConsent;
  readonly opening: RemoteOpening;
  readonly onFetched: vscode.Event<Fetched>;
  /** `secret` takes the place of the one that is kept. */
  readonly test: (source: LogSource, signal: AbortSignal, secret?: string) => Promise<SourceVerdict>;
}

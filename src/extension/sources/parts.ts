import type { LogSource } from '../../protocol/log-source';
import type { SourceVerdict } from '../../protocol/sources';
import type { LogSources } from '../shared/log-sources';
import type { RemoteOpening } from '../shared/remote-opening';
import type { SourceConsent } from '../shared/source-consent';

export interface SourcesParts {
  readonly sources: LogSources;
  readonly consent: SourceConsent;
  readonly opening: RemoteOpening;
  /** `secret` takes the place of the one that is kept. */
  readonly test: (source: LogSource, signal: AbortSignal, secret?: string) => Promise<SourceVerdict>;
}

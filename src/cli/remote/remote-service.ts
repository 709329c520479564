import { environmentAgents } from '../../node/sources/environment-agents';
import { NodeTransport } from '../../node/sources/node-transport';
import { pushEntries } from '../../node/sources/push-entries';
import type { SourceEntry } from '../../node/sources/source-reader';
import { sourceReaders } from '../../node/sources/source-readers';
import { SourcesService } from '../../node/sources/sources-service';
import type { Transport } from '../../node/sources/transport';
import { waitOrAbort } from '../../node/sources/until-aborted';
import type { LokiSource } from '../../protocol/log-source';
import type { FetchProgress } from '../../protocol/sources';
import { type Environment, secretsOf } from './secrets';

/** What reads remote logs, with the secrets and proxies of the environment. */
export function remoteService(
  env: Environment,
  onProgress: (snapshot: FetchProgress) => void,
): SourcesService {
  return new SourcesService({ transport: transportOf(env), readers: sourceReaders, onProgress });
}

/** What fills a Loki. */
export function pushService(
  env: Environment,
): (source: LokiSource, entries: readonly SourceEntry[]) => Promise<void> {
  const { signal } = new AbortController();
  const asking = {
    transport: transportOf(env),
    signal,
    now: Date.now,
    wait: (milliseconds: number) => waitOrAbort(milliseconds, signal),
    note: () => undefined,
    tell: () => undefined,
    reached: () => undefined,
  };
  return (source, entries) => pushEntries(source, entries, asking);
}

function transportOf(env: Environment): Transport {
  return new NodeTransport({ secretOf: secretsOf(env), agentFor: environmentAgents() });
}

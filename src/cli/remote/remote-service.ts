import { environmentAgents } from '../../node/sources/environment-agents';
import { NodeTransport } from '../../node/sources/node-transport';
import { sourceReaders } from '../../node/sources/source-readers';
import { SourcesService } from '../../node/sources/sources-service';
import type { FetchProgress } from '../../protocol/sources';
import { type Environment, secretsOf } from './secrets';

/** What reads remote logs, with the secrets and proxies of the environment. */
export function remoteService(
  env: Environment,
  onProgress: (snapshot: FetchProgress) => void,
): SourcesService {
  const transport = new NodeTransport({ secretOf: secretsOf(env), agentFor: environmentAgents() });
  return new SourcesService({ transport, readers: sourceReaders, onProgress });
}

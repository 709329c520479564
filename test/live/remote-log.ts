import { NodeTransport } from '../../src/node/sources/node-transport';
import { openRemoteSpool } from '../../src/node/sources/remote-spool';
import { sourceReaders } from '../../src/node/sources/source-readers';
import { SourcesService } from '../../src/node/sources/sources-service';
import type { LogSource, LokiSource, SourceQuery } from '../../src/protocol/log-source';
import type { FetchProgress, FetchSummary } from '../../src/protocol/sources';

/** A spool and what writes to it: the way from a server to a log as the command line goes it. */
export interface RemoteLog extends AsyncDisposable {
  readonly spool: string;
  readonly service: SourcesService;
  /** The snapshots so far. */
  readonly progress: readonly FetchProgress[];
  fetch(source: LogSource, query: SourceQuery, signal?: AbortSignal): Promise<FetchSummary>;
  /** Resolves when `signal` aborts; rejects with whatever else ends the tail. */
  tail(source: LogSource, query: SourceQuery, after: FetchSummary | null, signal: AbortSignal): Promise<void>;
}

const never = new AbortController().signal;

export const lokiAt = (url: string, tenant: string | null = null): LokiSource => ({
  kind: 'loki',
  name: 'live',
  url,
  authentication: { kind: 'none' },
  caFile: null,
  tenant,
  grafana: null,
});

/** `now`: the clock of the machine it runs on, in milliseconds since the epoch. */
export async function openRemoteLog({ now = Date.now } = {}): Promise<RemoteLog> {
  const spool = await openRemoteSpool();
  const progress: FetchProgress[] = [];
  const service = new SourcesService({
    transport: new NodeTransport({ secretOf: async () => null }),
    readers: sourceReaders,
    onProgress: (snapshot) => progress.push(snapshot),
    now,
  });
  return {
    spool: spool.path,
    service,
    progress,
    fetch: (source, query, signal = never) =>
      service.fetch({ id: 1, source, query, spool: spool.path }, signal),
    tail: (source, query, after, signal) =>
      service.tail({ id: 2, source, query, spool: spool.path, after }, signal).catch((error) => {
        if (!signal.aborted) throw error;
      }),
    [Symbol.asyncDispose]: () => spool.close(),
  };
}

import { elasticReader } from '../../../src/node/sources/elastic/elastic-reader';
import { NodeTransport } from '../../../src/node/sources/node-transport';
import type { Asking, SourceEntry } from '../../../src/node/sources/source-reader';
import { waitOrAbort } from '../../../src/node/sources/until-aborted';
import type { ElasticQuery, ElasticSource, TimeSpan } from '../../../src/protocol/log-source';
import type { FetchProgress, LastEntries } from '../../../src/protocol/sources';

/** What a reader gave, and all it said meanwhile. */
export interface Heard {
  readonly entries: SourceEntry[];
  readonly notes: string[];
  readonly phases: FetchProgress['phase'][];
  isMissing: boolean;
  last: LastEntries | null;
}

export const elasticAt = (url: string, parts: Partial<ElasticSource> = {}): ElasticSource => ({
  kind: 'elastic',
  name: 'live',
  url,
  authentication: { kind: 'none' },
  caFile: null,
  index: '*',
  messageField: null,
  timeField: null,
  kibana: null,
  ...parts,
});

export const elasticQuery = (
  index: string,
  span: TimeSpan,
  parts: Partial<ElasticQuery> = {},
): ElasticQuery => ({
  kind: 'elastic',
  index,
  span,
  limit: null,
  text: { kind: 'lucene', text: '' },
  ...parts,
});

export const newHeard = (): Heard => ({ entries: [], notes: [], phases: [], isMissing: false, last: null });

export function liveAsking(heard: Heard, signal: AbortSignal, now: () => number = Date.now): Asking {
  return {
    transport: new NodeTransport({ secretOf: async () => null }),
    signal,
    now,
    wait: (milliseconds) => waitOrAbort(milliseconds, signal),
    note: ({ pattern, values }, missing) => {
      heard.notes.push(pattern.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)])));
      if (missing) heard.isMissing = true;
    },
    tell: ({ phase }) => phase && heard.phases.push(phase),
    reached: (last) => {
      heard.last = last;
    },
  };
}

export async function fetched(
  source: ElasticSource,
  query: ElasticQuery,
  signal: AbortSignal = new AbortController().signal,
): Promise<Heard> {
  const heard = newHeard();
  for await (const batch of elasticReader.fetch(source, query, liveAsking(heard, signal)))
    if (batch.kind === 'entries') heard.entries.push(...batch.entries);
  return heard;
}

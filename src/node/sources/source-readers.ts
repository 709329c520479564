import type {
  CommandQuery,
  CommandSource,
  ElasticQuery,
  ElasticSource,
  JournalQuery,
  JournalSource,
  LogSource,
  LokiQuery,
  LokiSource,
  PrometheusQuery,
  PrometheusSource,
  SourceKind,
  SourceQuery,
} from '../../protocol/log-source';
import type { SourceReader } from './source-reader';

interface KindParts {
  readonly loki: { readonly source: LokiSource; readonly query: LokiQuery };
  readonly elastic: { readonly source: ElasticSource; readonly query: ElasticQuery };
  readonly prometheus: { readonly source: PrometheusSource; readonly query: PrometheusQuery };
  readonly journal: { readonly source: JournalSource; readonly query: JournalQuery };
  readonly command: { readonly source: CommandSource; readonly query: CommandQuery };
}

/** Loaded with the first question to a source of the kind. */
export type SourceReaders = {
  readonly [Kind in SourceKind]: () => Promise<
    SourceReader<KindParts[Kind]['source'], KindParts[Kind]['query']>
  >;
};

export const sourceReaders: SourceReaders = {
  loki: async () => (await import('./loki/loki-reader')).lokiReader,
  elastic: async () => (await import('./elastic/elastic-reader')).elasticReader,
  prometheus: async () => (await import('./prometheus/prometheus-reader')).prometheusReader,
  journal: async () => (await import('./journal/journal-reader')).journalReader,
  command: async () => (await import('./command/command-reader')).commandReader,
};

/** The reader of a source, for the queries of its kind; the service sees to it that no other reaches it. */
export type AnyReader = SourceReader<LogSource, SourceQuery>;

export async function readerFor(readers: SourceReaders, source: LogSource): Promise<AnyReader> {
  return (await readers[source.kind]()) as unknown as AnyReader;
}

/**
 * Where logs come from when they are no file: what a person set up once (`LogSource`), and what is asked of it (`SourceQuery`).
 * Neither ever holds a password, token or key: those are kept by the source's name where only the host that sends them can read them.
 */
export type LogSource = LokiSource | ElasticSource | JournalSource | CommandSource | PrometheusSource;
export type SourceKind = LogSource['kind'];
/** The kinds that are asked over HTTP. */
export type HttpSource = LokiSource | ElasticSource | PrometheusSource;

/** Those that hold logs. */
export type HttpLogSource = LokiSource | ElasticSource;

interface HttpSourceParts {
  /** Unique among the sources; names its secret too. */
  readonly name: string;
  /** `http:` or `https:`, without user and password; a path in front of the API's own is kept. */
  readonly url: string;
  readonly authentication: Authentication;
  /** Path of a PEM file: certificates trusted besides those of the machine. */
  readonly caFile: string | null;
}

export type Authentication =
  | { readonly kind: 'none' }
  /** The secret is the password. */
  | { readonly kind: 'basic'; readonly user: string }
  /** The secret is the token. */
  | { readonly kind: 'bearer' }
  /** Elasticsearch's `Authorization: ApiKey`; the secret is what it calls `encoded`. */
  | { readonly kind: 'apiKey' };

export interface LokiSource extends HttpSourceParts {
  readonly kind: 'loki';
  /** `X-Scope-OrgID`. */
  readonly tenant: string | null;
  /** Where people look at these logs; null hides **Open in Grafana**. */
  readonly grafana: { readonly url: string; readonly datasource: string } | null;
}

/** Elasticsearch or OpenSearch: which of the two is asked of the server. */
export interface ElasticSource extends HttpSourceParts {
  readonly kind: 'elastic';
  /** Index pattern a query begins with. */
  readonly index: string;
  /** Null: found by itself (`message`, ECS), or asked when unsure. */
  readonly messageField: string | null;
  readonly timeField: string | null;
  readonly kibana: { readonly url: string; readonly dataView: string } | null;
}

/** Figures beside logs, not logs: of Prometheus, or of what speaks its API (Mimir, Thanos, VictoriaMetrics). */
export interface PrometheusSource extends HttpSourceParts {
  readonly kind: 'prometheus';
  /** `X-Scope-OrgID`. */
  readonly tenant: string | null;
}

/** The journal of this machine, or files of one. */
export interface JournalSource {
  readonly kind: 'journal';
  readonly name: string;
  /** A journal file, or a folder of them; null is this machine's own. */
  readonly path: string | null;
}

/** What a program writes to its standard output and error. */
export interface CommandSource {
  readonly kind: 'command';
  readonly name: string;
  /** The program, then its arguments, as the system gets them: no shell ever sees them. */
  readonly command: readonly string[];
}

/** Nanoseconds since the epoch in decimal: a number would lose the last of them. */
export type NsText = string;

export interface TimeSpan {
  /** Included. */
  readonly from: NsText;
  /** Not included. */
  readonly until: NsText;
}

export type SourceQuery = LokiQuery | ElasticQuery | JournalQuery | CommandQuery | PrometheusQuery;

interface TimedQuery {
  readonly span: TimeSpan;
  /** The newest so many entries of the span; null is all of them. */
  readonly limit: number | null;
}

export interface LokiQuery extends TimedQuery {
  readonly kind: 'loki';
  /** A log query; a metric query is refused with a sentence. */
  readonly logql: string;
}

export interface ElasticQuery extends TimedQuery {
  readonly kind: 'elastic';
  readonly index: string;
  /** `dsl` is the JSON text of one query; the span is added to it. */
  readonly text: { readonly kind: 'lucene' | 'dsl'; readonly text: string };
}

export interface JournalQuery {
  readonly kind: 'journal';
  readonly units: readonly string[];
  /** This priority and worse, 0 (emergency) to 7 (debug); null is all. */
  readonly priority: number | null;
  /** As journalctl takes it: `0`, `-1`, an id; null is all boots. */
  readonly boot: string | null;
  /** Null is open. */
  readonly from: NsText | null;
  readonly until: NsText | null;
  readonly limit: number | null;
}

/** All the command says; what it is asked for stands in its arguments. */
export interface CommandQuery {
  readonly kind: 'command';
}

/** It brings figures, not entries: only `check` takes it, and `SourcesWorkerApi.metrics` its text. */
export interface PrometheusQuery {
  readonly kind: 'prometheus';
  readonly promql: string;
}

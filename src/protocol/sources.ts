import type { Sentence } from '../engine/model/finding';
import type { HttpSource, LogSource, NsText, SourceQuery, TimeSpan } from './log-source';
import type { MetricsAnswer, MetricsRequest } from './metrics';
import type { PlannedSpan, SurveyAnswer, SurveyRequest } from './survey';

/**
 * The conversation between the extension host and the thread that reads remote logs (`src/node/sources/`, dist/sources-worker.js).
 * The thread asks, parses, orders and writes; the host alone speaks HTTP, since VS Code's proxy and certificate settings and the
 * secrets exist only there, and hands the bytes over by transfer. What comes is appended to a spool file, which the threads of the
 * big-log editor and of the analysis read like any log that grows. In the command line both ends are one process.
 */
export interface SourcesWorkerApi {
  /** Asks the server who it is. Never rejects for what the server says: that is the verdict. */
  test(source: LogSource): SourceVerdict;
  /** What the query would bring, before anything big is fetched. Rejects with InputError. */
  estimate(request: AskedOfSource): FetchEstimate;
  /** Appends all entries to the spool. Rejects with InputError where nothing could be had; else what is missing is in the summary. */
  fetch(request: FetchRequest): FetchSummary;
  /** Goes on appending what comes until it is cancelled: rejects with the signal's reason, or InputError where it cannot go on. */
  tail(request: TailRequest): never;
  /** The server's own word about a query; null where it takes it. Of LogQL, Query DSL and PromQL. */
  check(request: AskedOfSource): QueryProblem | null;
  /** Names that stand in a query: Loki's labels, Elasticsearch's fields, Prometheus's metrics. Sorted; at most 5,000. */
  names(request: NamesRequest): readonly string[];
  /** Values of one of them. Sorted; at most 5,000. */
  values(request: ValuesRequest): readonly string[];
  /** Asks the server to count instead of to send. Rejects with InputError; what the server lacks is in the notes. */
  survey(request: SurveyRequest): SurveyAnswer;
  /** Figures beside a log. Rejects with InputError; what is left out is in the notes. */
  metrics(request: MetricsRequest): MetricsAnswer;
  /** One frame of an open socket. */
  socketMessage(message: SocketMessage): void;
}

export interface SourcesHostApi {
  request(request: RemoteRequest): HttpAnswer;
  /** Answers when the socket is closed; cancelling closes it. */
  openSocket(request: SocketRequest): SocketClosed;
  progress(snapshot: FetchProgress): void;
}

export interface AskedOfSource {
  readonly source: LogSource;
  readonly query: SourceQuery;
}

export interface FetchRequest extends AskedOfSource {
  /** Of the caller's, in every snapshot of `progress`. */
  readonly id: number;
  /** Of an empty private file. */
  readonly spool: string;
  /**
   * Of a survey's plan: only these parts of the query's span are fetched, each with its own limit, one behind the other into the
   * same spool. The summary says so and is not `complete`. Absent: the query's whole span.
   */
  readonly parts?: readonly PlannedSpan[];
}

export interface TailRequest extends FetchRequest {
  /** The summary of the fetch that filled the spool: the tail goes on behind its last entries, without doubling or losing one. Null begins now. */
  readonly after: FetchSummary | null;
}

export interface NamesRequest {
  readonly source: HttpSource;
  readonly span: TimeSpan;
  /** Loki: the selector so far; Elasticsearch: the index pattern. '' is all. */
  readonly within: string;
}

export interface ValuesRequest extends NamesRequest {
  readonly name: string;
}

export interface SourceVerdict {
  readonly ok: boolean;
  /** `Loki 3.7.6`, `OpenSearch 2.19.1`; null where the server does not say. */
  readonly server: string | null;
  /** What was found, or what is wrong with its cure. */
  readonly sentence: Sentence;
  /** Milliseconds the answer took. */
  readonly milliseconds: number;
}

/** Null: the server does not say. */
export interface FetchEstimate {
  readonly bytes: number | null;
  readonly entries: number | null;
  readonly streams: number | null;
  /** Why a figure is missing or rough. */
  readonly notes: readonly Sentence[];
}

/** A complete snapshot each time. */
export interface FetchProgress {
  readonly id: number;
  readonly phase: 'asking' | 'fetching' | 'waiting' | 'live' | 'reconnecting' | 'done';
  readonly entries: number;
  /** Written to the spool. */
  readonly bytes: number;
  /** Time of the entry written last. */
  readonly reached: NsText | null;
  /** 0 to 1 of the span or the limit; null where nobody can say. */
  readonly share: number | null;
  /** What people must know: dropped entries, reconnects, what is missing. All so far, in order. */
  readonly notes: readonly Sentence[];
}

export interface FetchSummary {
  readonly entries: number;
  readonly bytes: number;
  /** Nothing of the span is missing, as far as anyone can know. */
  readonly complete: boolean;
  readonly notes: readonly Sentence[];
  /** Where a tail goes on; the reader's own. */
  readonly last: LastEntries | null;
}

/** A time near the newest, and a key of every entry written of that time and later, as a multiset. The reader's own. */
export interface LastEntries {
  readonly time: NsText;
  readonly keys: readonly string[];
}

/** `at` counts UTF-16 units of the query from 0; null where the server names no place. The words are the server's. */
export interface QueryProblem {
  readonly message: string;
  readonly at: number | null;
}

/** What the host sends for a source, with its authentication added there. */
export interface RemoteRequest {
  readonly source: HttpSource;
  readonly request: HttpRequest;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Behind the source's url, beginning with a slash, with its query string. */
  readonly path: string;
  /** Without authentication and tenant. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Of the whole exchange. */
  readonly deadlineMs: number;
}

/** Of any status. What is no answer at all rejects with TransportError. The body is inflated. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface SocketRequest {
  readonly id: number;
  readonly source: HttpSource;
  readonly path: string;
  /** Of the upgrade, without authentication and tenant. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface SocketMessage {
  readonly id: number;
  /** Null: the socket is open now. */
  readonly data: string | null;
}

/** Where the server refused the upgrade, `code` is 0 and `status` its answer. */
export interface SocketClosed {
  readonly code: number;
  readonly reason: string;
  readonly status: number | null;
}

import { readFile } from 'node:fs/promises';
import type { LineNumber } from '../../engine/model/units';
import type { CitableDocument, HostTools, QueriedSource } from '../../node/assistant/investigation';
import type { RemoteSpool } from '../../node/sources/remote-spool';
import type { CitedRecord } from '../../protocol/assistant-log';
import type { HttpLogSource, LogSource, SourceQuery, TimeSpan } from '../../protocol/log-source';
import type { FetchRequest, FetchSummary } from '../../protocol/sources';

export interface QueriedSourcesParts {
  readonly source: (name: string) => LogSource | undefined;
  readonly fetch: (request: FetchRequest, signal: AbortSignal) => Promise<FetchSummary>;
  readonly openSpool: () => Promise<RemoteSpool>;
}

type Asked = Parameters<HostTools['querySource']>[0];

const mostEntries = 200;
/** Of what came a model reads no more at once. */
const mostChars = 12_000;
/** No progress of these is shown: the step itself is. */
const untold = -1;

/** Sources a model may ask itself: those a person attached that are asked over HTTP. Commands run for a person alone. */
export function canBeQueried(source: LogSource | undefined): source is HttpLogSource {
  return source?.kind === 'loki' || source?.kind === 'elastic';
}

/** Answers of sources that were asked on the way to an answer; what they said can be cited as `Q1`, `Q2` … */
export class QueriedSources {
  private readonly documents: CitableDocument[] = [];
  private readonly texts = new Map<string, readonly string[]>();

  constructor(private readonly parts: QueriedSourcesParts) {}

  all(): readonly CitableDocument[] {
    return this.documents;
  }

  /** All lines of a document; undefined where there is none of the name. */
  linesOf(document: string): readonly string[] | undefined {
    return this.texts.get(document);
  }

  /** `span` holds where the model names no times. Rejects with InputError, or the signal's reason. */
  async query(asked: Asked, span: TimeSpan, signal: AbortSignal): Promise<QueriedSource> {
    const source = this.parts.source(asked.source);
    if (!canBeQueried(source)) return { text: `There is no source called ${asked.source}.`, document: null };
    const lines = await this.fetched(source, queryOf(source, asked, span), signal);
    if (lines.length === 0) return { text: 'No entries in this time.', document: null };
    const document = this.document(asked.source, lines);
    return { text: shownLines(document.id, lines), document };
  }

  private async fetched(
    source: HttpLogSource,
    query: SourceQuery,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const spool = await this.parts.openSpool();
    try {
      await this.parts.fetch({ id: untold, source, query, spool: spool.path }, signal);
      const text = await readFile(spool.path, 'utf8');
      return text.split('\n').filter((line) => line !== '');
    } finally {
      await spool.close();
    }
  }

  private document(name: string, lines: readonly string[]): CitableDocument {
    const document: CitableDocument = {
      id: `Q${this.documents.length + 1}`,
      name,
      citedRecords: async (asked) => asked.map((line) => recordOf(lines, line)),
    };
    this.documents.push(document);
    this.texts.set(document.id, lines);
    return document;
  }
}

/** Templates of them nobody mined: a claim about one must quote it. */
function recordOf(lines: readonly string[], line: LineNumber): CitedRecord | null {
  const text = lines[line - 1];
  if (text === undefined) return null;
  return { firstLine: line, lastLine: line, text, templateWords: [], parameters: [] };
}

function queryOf(source: HttpLogSource, { query, from, until, limit }: Asked, span: TimeSpan): SourceQuery {
  const asked = {
    span: { from: nanosOf(from) ?? span.from, until: nanosOf(until) ?? span.until },
    limit: Math.max(1, Math.min(mostEntries, Math.floor(limit))),
  };
  if (source.kind === 'loki') return { kind: 'loki', logql: query, ...asked };
  return { kind: 'elastic', index: source.index, text: { kind: 'lucene', text: query }, ...asked };
}

/** Nanoseconds in decimal, or a date as ISO 8601 writes it. */
function nanosOf(time: string | null): string | null {
  if (time === null) return null;
  if (/^\d{15,20}$/.test(time)) return time;
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? null : `${milliseconds}000000`;
}

function shownLines(document: string, lines: readonly string[]): string {
  let chars = 0;
  const shown: string[] = [];
  for (const [at, line] of lines.entries()) {
    chars += line.length;
    if (chars > mostChars) break;
    shown.push(`${document}:L${at + 1}: ${line}`);
  }
  const left = lines.length - shown.length;
  return [...shown, ...(left > 0 ? [`${left} more entries are left out: narrow the query.`] : [])].join('\n');
}

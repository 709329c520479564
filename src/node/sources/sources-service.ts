import { InputError } from '../../protocol/input-error';
import type { LogSource, SourceQuery } from '../../protocol/log-source';
import type { MetricsAnswer, MetricsRequest, MetricsWindow } from '../../protocol/metrics';
import type {
  AskedOfSource,
  FetchEstimate,
  FetchProgress,
  FetchRequest,
  FetchSummary,
  NamesRequest,
  QueryProblem,
  SourceVerdict,
  TailRequest,
  ValuesRequest,
} from '../../protocol/sources';
import type { SurveyAnswer, SurveyRequest } from '../../protocol/survey';
import type { FreeRoom } from '../lines/disk-room';
import { CsvMetricsFiles } from '../metrics/csv-files';
import { Appending } from './appending';
import type { Asking } from './source-reader';
import { type AnyReader, readerFor, type SourceReaders } from './source-readers';
import { surveyorFor } from './source-surveyors';
import { surveyAnswer } from './survey-answer';
import type { Transport } from './transport';
import { eachUntilAborted, untilAborted, waitOrAbort } from './until-aborted';

export interface SourcesServiceParts {
  readonly transport: Transport;
  readonly readers: SourceReaders;
  readonly onProgress: (snapshot: FetchProgress) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly free?: FreeRoom;
}

type Telling = Pick<Asking, 'note' | 'tell' | 'reached'>;

const silent: Telling = { note: () => undefined, tell: () => undefined, reached: () => undefined };

/**
 * All that is asked of remote logs, whatever kind they are of: the command line calls it, and the thread of the editor answers by it.
 * Cancelling rejects with the signal's reason at once; what was written until then stays in the spool.
 */
export class SourcesService {
  private readonly csv = new CsvMetricsFiles();

  constructor(private readonly parts: SourcesServiceParts) {}

  test(source: LogSource, signal: AbortSignal): Promise<SourceVerdict> {
    return this.ask({ source }, signal, (reader, asking) => reader.test(source, asking));
  }

  estimate(asked: AskedOfSource, signal: AbortSignal): Promise<FetchEstimate> {
    return this.ask(asked, signal, (reader, asking) => reader.estimate(asked.source, asked.query, asking));
  }

  check(asked: AskedOfSource, signal: AbortSignal): Promise<QueryProblem | null> {
    return this.ask(asked, signal, (reader, asking) => reader.check(asked.source, asked.query, asking));
  }

  names(request: NamesRequest, signal: AbortSignal): Promise<readonly string[]> {
    return this.ask(request, signal, (reader, asking) => reader.names(request.source, request, asking));
  }

  async survey(
    { source, query, steps, by, budget }: SurveyRequest,
    signal: AbortSignal,
  ): Promise<SurveyAnswer> {
    const asking = this.asking(signal, silent);
    await this.readerOf({ source, query });
    const surveyor = await surveyorFor(source);
    const survey = await untilAborted(surveyor.survey(source, query, { steps, by }, asking), signal);
    return surveyAnswer(survey, query.span, budget);
  }

  values(request: ValuesRequest, signal: AbortSignal): Promise<readonly string[]> {
    return this.ask(request, signal, (reader, asking) => reader.values(request.source, request, asking));
  }

  /** See `SourcesWorkerApi.metrics`. */
  async metrics({ origin, window }: MetricsRequest, signal: AbortSignal): Promise<MetricsAnswer> {
    signal.throwIfAborted();
    const asking = this.asking(signal, silent);
    if (origin.kind === 'csv') return untilAborted(this.csv.metrics(origin.path, window, signal), signal);
    const { metricsOfRange } = await import('./prometheus/range');
    const shown = window ?? lastHour(asking.now());
    return untilAborted(metricsOfRange(origin.source, origin.query, shown, asking), signal);
  }

  /** See `SourcesWorkerApi.fetch`. */
  async fetch(request: FetchRequest, signal: AbortSignal): Promise<FetchSummary> {
    const { source } = request;
    const reader = await this.readerOf(request);
    const appending = await Appending.begin(request, this.parts, 'fetching');
    const asking = this.asking(signal, appending);
    try {
      for (const query of queriesOf(request)) {
        for await (const batch of eachUntilAborted(reader.fetch(source, query, asking), signal))
          await appending.append(batch);
      }
      if (request.parts) appending.note(partsOnly(request.parts.length), 'missing');
      await appending.flush();
    } catch (error) {
      // What is there is worth having; nothing at all is no answer.
      if (!(error instanceof InputError) || appending.isEmpty || signal.aborted) throw error;
      appending.note(error.sentence, 'missing');
    } finally {
      await appending.end();
    }
    return appending.summary();
  }

  /** See `SourcesWorkerApi.tail`. */
  async tail(request: TailRequest, signal: AbortSignal): Promise<never> {
    const { source, query, after } = request;
    const reader = await this.readerOf(request);
    const appending = await Appending.begin(request, this.parts, 'live', after);
    const asking = this.asking(signal, appending);
    try {
      const batches = reader.tail(source, query, after?.last ?? null, asking);
      for await (const batch of eachUntilAborted(batches, signal)) {
        await appending.append(batch);
        await appending.flush();
      }
    } finally {
      await appending.end();
    }
    throw tailEnded();
  }

  private async ask<Answer>(
    asked: { readonly source: LogSource; readonly query?: SourceQuery },
    signal: AbortSignal,
    question: (reader: AnyReader, asking: Asking) => Promise<Answer>,
  ): Promise<Answer> {
    signal.throwIfAborted();
    const reader = await this.readerOf(asked);
    return untilAborted(question(reader, this.asking(signal, silent)), signal);
  }

  private readerOf({ source, query }: { source: LogSource; query?: SourceQuery }): Promise<AnyReader> {
    if (query && query.kind !== source.kind)
      throw new Error(`A ${query.kind} query of a ${source.kind} source.`);
    return readerFor(this.parts.readers, source);
  }

  private asking(signal: AbortSignal, { note, tell, reached }: Telling): Asking {
    const { transport, now = Date.now } = this.parts;
    const wait = (milliseconds: number) => waitOrAbort(milliseconds, signal);
    return { transport, signal, now, wait, note, tell, reached };
  }
}

const hourMs = 3_600_000;

/** As closely as a page can show it. */
function lastHour(nowMs: number): MetricsWindow {
  return { from: `${nowMs - hourMs}000000`, until: `${nowMs}000000`, points: 1000 };
}

/** The query, or one for each part of the plan, in the order of time. */
function queriesOf({ query, parts }: FetchRequest): readonly SourceQuery[] {
  if (!parts || (query.kind !== 'loki' && query.kind !== 'elastic')) return [query];
  const inOrder = [...parts].sort((a, b) => (BigInt(a.span.from) < BigInt(b.span.from) ? -1 : 1));
  return inOrder.map(({ span, limit }) => ({ ...query, span, limit }));
}

function partsOnly(parts: number) {
  return {
    pattern: 'Of the time range only the {0} parts that were chosen have been fetched.',
    values: [parts],
  };
}

function tailEnded(): InputError {
  return new InputError({
    code: 'tail-ended',
    sentence: {
      pattern: 'The source has ended: nothing more will come. Open it again to follow it anew.',
      values: [],
    },
  });
}

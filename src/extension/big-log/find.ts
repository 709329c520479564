import type { SearchPattern } from '../../engine/filter/filter';
import type { SearchClient } from '../../node/search/search-client';
import type { FindAnswer } from '../../protocol/big-log';
import { InputError } from '../../protocol/input-error';
import type { FoundRows } from '../../protocol/log-lines';
import type { SearchProgress } from '../../protocol/search';
import { localise } from '../shared/localise';
import type { BigLogDocument } from './document';

/** Finds in the whole of the log, once its lines are counted. A later one takes its place. */
export class Find {
  private running: AbortController | undefined;
  /** One bit a line, as it was found last. */
  private found = new ArrayBuffer(0);

  constructor(
    private readonly document: BigLogDocument,
    private readonly client: Pick<SearchClient, 'search'>,
    private readonly onProgress: (progress: SearchProgress) => void,
  ) {}

  /** Rejects with the signal's reason when it was cancelled. */
  async find(pattern: SearchPattern, cancelled: AbortSignal): Promise<FindAnswer> {
    this.running?.abort();
    const run = new AbortController();
    this.running = run;
    const cancel = () => run.abort();
    cancelled.addEventListener('abort', cancel);
    try {
      return await this.search(pattern, run.signal);
    } catch (error) {
      if (error instanceof InputError) return { kind: 'problem', sentence: localise(error.sentence) };
      throw error;
    } finally {
      cancelled.removeEventListener('abort', cancel);
    }
  }

  /** Where what was found last stands in what is shown by now. */
  async rows(): Promise<FoundRows> {
    const log = await this.document.log();
    return (await log?.lines.client.foundRows(this.found)) ?? { rows: null, places: null };
  }

  cancel(): void {
    this.running?.abort();
  }

  private async search(pattern: SearchPattern, signal: AbortSignal): Promise<FindAnswer> {
    const log = await this.document.log();
    signal.throwIfAborted();
    if (!log) return { kind: 'found', matches: 0, matchedLines: 0, lines: new ArrayBuffer(0) };
    await log.lines.client.indexed();
    const sources = await log.lines.client.descriptors();
    signal.throwIfAborted();
    // Pieces on their way when a later search began must not be told as its own.
    const onProgress = (progress: SearchProgress) => {
      if (!signal.aborted) this.onProgress(progress);
    };
    const options = { signal, onProgress, former: undefined };
    const { matches, matchedLines, lines } = await this.client.search({ pattern, sources }, options);
    this.found = lines;
    return { kind: 'found', matches, matchedLines, lines };
  }
}

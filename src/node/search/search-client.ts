import type { FilteredLinesRequest, ShownLines } from '../../protocol/line-facts';
import type { SearchProgress, SearchRequest, Span, SpansRequest } from '../../protocol/search';
import { readingThreads } from '../parallel/reading-threads';
import type { FoundInLog } from './found-in-log';
import { FoundLines } from './found-lines';
import { knownPart, type LogPiece, piecesOf } from './log-pieces';
import { SearchThread, type SearchThreadOptions } from './search-thread';

export interface SearchOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (snapshot: SearchProgress) => void;
  /** What the same pattern found in the log before: only what has been appended since is searched. */
  readonly former?: FoundInLog | undefined;
}

export interface SearchClientOptions extends SearchThreadOptions {
  /** Left out: as many as the machine has cores, at most four. */
  readonly threads?: number;
}

/** Of one thread at a time, so that it never waits for the next. */
const lanesAThread = 2;
const progressEveryMs = 100;
const idleMs = 60_000;

/**
 * Searches logs in threads of its own, which start with the first search. A pattern that takes too long for one piece rejects with
 * InputError `slow-pattern`, one that is none with `bad-pattern`.
 */
export class SearchClient {
  private readonly threads: (SearchThread | undefined)[];
  /** For what is short and must not wait for a search. */
  private aside: SearchThread | undefined;
  private working = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly options: SearchClientOptions) {
    this.threads = new Array<undefined>(options.threads ?? readingThreads()).fill(undefined);
  }

  /** All lines of a log that match. Rejects with InputError, or with the signal's reason. */
  search(request: SearchRequest, options: SearchOptions = {}): Promise<FoundInLog> {
    return this.work(() => this.searchPieces(request, options));
  }

  /** Where the pattern matches in texts. Rejects with InputError. */
  spans(request: SpansRequest): Promise<readonly (readonly Span[])[]> {
    return this.work(() => this.asideThread().spans(request));
  }

  /** Which lines a filter leaves of a log that was not analysed. */
  filterLines(request: FilteredLinesRequest, signal?: AbortSignal): Promise<ShownLines> {
    return this.work(() => this.asideThread().filterLines(request, signal));
  }

  dispose(): void {
    clearTimeout(this.idle);
    for (const thread of [...this.threads, this.aside]) thread?.dispose();
  }

  /** Threads that nobody has needed for a while are ended; the next search starts others. */
  private async work<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    clearTimeout(this.idle);
    this.working++;
    try {
      return await ask();
    } finally {
      this.working--;
      if (this.working === 0) this.idle = setTimeout(() => this.dispose(), idleMs).unref();
    }
  }

  private async searchPieces(
    { pattern, sources }: SearchRequest,
    options: SearchOptions,
  ): Promise<FoundInLog> {
    const { signal, former, onProgress } = options;
    const from = former && knownPart(former, sources);
    const pieces = piecesOf(sources, from);
    const found = new FoundLines(sources, pieces, former && from ? { result: former, from } : undefined);
    const tell = progressTeller(pieces, found, onProgress);
    let next = 0;
    let failed = false;
    const lane = async (_: unknown, index: number) => {
      while (next < pieces.length && !failed) {
        signal?.throwIfAborted();
        const at = next++;
        const { source, start, end } = pieces[at];
        const { descriptor, textStart, bytes } = sources[source];
        const piece = { pattern, descriptor, textStart, size: textStart + bytes, start, end };
        found.add(at, await this.thread(index % this.threads.length).searchPiece(piece));
        tell(pieces[at]);
      }
    };
    const lanes = Array.from({ length: this.threads.length * lanesAThread }, (_, i) =>
      lane(_, i).catch((error) => {
        failed = true;
        throw error;
      }),
    );
    await Promise.all(lanes);
    signal?.throwIfAborted();
    return found.result();
  }

  private thread(index: number): SearchThread {
    const known = this.threads[index];
    if (known && !known.dead) return known;
    const thread = new SearchThread(this.options);
    this.threads[index] = thread;
    return thread;
  }

  private asideThread(): SearchThread {
    if (!this.aside || this.aside.dead) this.aside = new SearchThread(this.options);
    return this.aside;
  }
}

/** Tells what is done, at most ten times a second and at the end. */
function progressTeller(
  pieces: readonly LogPiece[],
  found: FoundLines,
  onProgress: ((snapshot: SearchProgress) => void) | undefined,
): (done: LogPiece) => void {
  const totalBytes = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  let bytes = 0;
  let toldAt = Date.now();
  return ({ start, end }) => {
    bytes += end - start;
    if (!onProgress || (bytes < totalBytes && Date.now() - toldAt < progressEveryMs)) return;
    toldAt = Date.now();
    onProgress({ bytes, totalBytes, matches: found.matchesSoFar });
  };
}

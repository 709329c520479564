import { Worker } from 'node:worker_threads';
import type { SearchPattern } from '../../engine/filter/filter';
import type { FilteredLinesRequest, ShownLines } from '../../protocol/line-facts';
import { Rpc } from '../../protocol/rpc';
import {
  mostSilentMs,
  type PieceRequest,
  type SearchedPiece,
  type SearchHostApi,
  type SearchWorkerApi,
  type Span,
  type SpansRequest,
} from '../../protocol/search';
import { threadPort } from '../worker/thread-port';
import { crashed, tooSlow } from './search-problems';

export interface SearchThreadOptions {
  /** The built `search-worker.js`. */
  readonly workerPath: string;
}

/** One thread that searches. It is ended, and what it was asked rejects with an InputError, when a pattern takes too long. */
export class SearchThread {
  private readonly worker: Worker;
  private readonly rpc: Rpc<SearchHostApi, SearchWorkerApi>;
  private ended = false;
  private timer: NodeJS.Timeout | undefined;
  /** Asked and not answered, first first: it works on one after the other. */
  private readonly asked: SearchPattern[] = [];

  constructor(options: SearchThreadOptions) {
    this.worker = new Worker(options.workerPath);
    this.worker.unref();
    this.rpc = new Rpc<SearchHostApi, SearchWorkerApi>(threadPort(this.worker), {
      matching: () => this.watch(),
    });
    this.worker.on('error', (error) => this.end(crashed(error.message)));
    this.worker.on('exit', (code) => this.end(crashed(`code ${code}`)));
  }

  get dead(): boolean {
    return this.ended;
  }

  searchPiece(request: PieceRequest): Promise<SearchedPiece> {
    return this.matching(request.pattern, () => this.rpc.call('searchPiece', request));
  }

  spans(request: SpansRequest): Promise<readonly (readonly Span[])[]> {
    return this.matching(request.pattern, () => this.rpc.call('spans', request));
  }

  filterLines(request: FilteredLinesRequest, signal?: AbortSignal): Promise<ShownLines> {
    return this.rpc.call('filterLines', request, { signal });
  }

  dispose(): void {
    this.end(new Error('The search was given up.'));
  }

  private async matching<Answer>(pattern: SearchPattern, ask: () => Promise<Answer>): Promise<Answer> {
    this.asked.push(pattern);
    try {
      return await ask();
    } finally {
      this.asked.shift();
      clearTimeout(this.timer);
    }
  }

  private watch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const [pattern] = this.asked;
      if (pattern) this.end(tooSlow(pattern, mostSilentMs));
    }, mostSilentMs);
  }

  private end(reason: Error): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.timer);
    this.rpc.close(reason);
    void this.worker.terminate();
  }
}

import { Worker } from 'node:worker_threads';
import type { LogSource } from '../../protocol/log-source';
import type { MetricsAnswer, MetricsRequest } from '../../protocol/metrics';
import { Rpc } from '../../protocol/rpc';
import type {
  AskedOfSource,
  FetchEstimate,
  FetchProgress,
  FetchRequest,
  FetchSummary,
  NamesRequest,
  QueryProblem,
  SourcesHostApi,
  SourcesWorkerApi,
  SourceVerdict,
  TailRequest,
  ValuesRequest,
} from '../../protocol/sources';
import type { SurveyAnswer, SurveyRequest } from '../../protocol/survey';
import { threadPort } from '../worker/thread-port';
import { killGroups, newSharedGroups } from './processes/shared-groups';
import { transportAnswers } from './rpc-transport';
import type { Transport } from './transport';

export interface SourcesClientParts {
  /** The built `sources-worker.js`. */
  readonly workerPath: string;
  /** Speaks HTTP for the thread. */
  readonly transport: Transport;
  readonly onProgress: (snapshot: FetchProgress) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Ends the programs it runs: it gets no last word when it is terminated, or this process exits. */
  readonly endPrograms: () => void;
  readonly rpc: Rpc<SourcesHostApi, SourcesWorkerApi>;
}

/**
 * The thread that reads remote logs: one for all of them. It starts with the first question; where it ended, what waits rejects, and
 * the next question starts another.
 */
export class SourcesClient {
  private thread: Thread | undefined;

  constructor(private readonly parts: SourcesClientParts) {}

  test(source: LogSource, signal?: AbortSignal): Promise<SourceVerdict> {
    return this.rpc().call('test', source, { signal });
  }

  estimate(asked: AskedOfSource, signal?: AbortSignal): Promise<FetchEstimate> {
    return this.rpc().call('estimate', asked, { signal });
  }

  fetch(request: FetchRequest, signal?: AbortSignal): Promise<FetchSummary> {
    return this.rpc().call('fetch', request, { signal });
  }

  tail(request: TailRequest, signal?: AbortSignal): Promise<never> {
    return this.rpc().call('tail', request, { signal });
  }

  check(asked: AskedOfSource, signal?: AbortSignal): Promise<QueryProblem | null> {
    return this.rpc().call('check', asked, { signal });
  }

  names(request: NamesRequest, signal?: AbortSignal): Promise<readonly string[]> {
    return this.rpc().call('names', request, { signal });
  }

  values(request: ValuesRequest, signal?: AbortSignal): Promise<readonly string[]> {
    return this.rpc().call('values', request, { signal });
  }

  survey(request: SurveyRequest, signal?: AbortSignal): Promise<SurveyAnswer> {
    return this.rpc().call('survey', request, { signal });
  }

  metrics(request: MetricsRequest, signal?: AbortSignal): Promise<MetricsAnswer> {
    return this.rpc().call('metrics', request, { signal });
  }

  dispose(): void {
    if (this.thread) this.end(this.thread, new Error('Remote logs are no longer asked for.'));
  }

  private rpc(): Thread['rpc'] {
    this.thread ??= this.start();
    return this.thread.rpc;
  }

  private start(): Thread {
    const { workerPath, transport, onProgress } = this.parts;
    const groups = newSharedGroups();
    const worker = new Worker(workerPath, { workerData: { groups } });
    const rpc = new Rpc<SourcesHostApi, SourcesWorkerApi>(threadPort(worker), {
      ...transportAnswers(transport, (message) => rpc.notify('socketMessage', message)),
      progress: onProgress,
    });
    const thread = { worker, rpc, endPrograms: () => killGroups(groups) };
    process.once('exit', thread.endPrograms);
    worker.on('error', (error) => this.end(thread, error));
    worker.on('exit', () => this.end(thread, new Error('The thread that reads remote logs ended.')));
    // It holds no process open that has nothing else to do.
    worker.unref();
    return thread;
  }

  private end(thread: Thread, reason: Error): void {
    if (this.thread === thread) this.thread = undefined;
    thread.rpc.close(reason);
    thread.endPrograms();
    process.off('exit', thread.endPrograms);
    void thread.worker.terminate().then(thread.endPrograms);
  }
}

import { Worker } from 'node:worker_threads';
import { Rpc } from '../../protocol/rpc';
import type { SemanticWorkerApi } from '../../protocol/semantic';
import { threadPort } from '../worker/thread-port';

/** The thread of the model ended though nobody asked it to: out of memory, mostly. */
export class ModelCrashedError extends Error {
  constructor(cause: string) {
    super(`The model ended unexpectedly: ${cause}. Ask again; a fresh thread is started for it.`);
    this.name = 'ModelCrashedError';
  }
}

interface Thread {
  readonly worker: Worker;
  readonly rpc: Rpc<object, SemanticWorkerApi>;
}

type Question = keyof SemanticWorkerApi;
type Parameter<Asked extends Question> = Parameters<SemanticWorkerApi[Asked]>[0];
type Answer<Asked extends Question> = ReturnType<SemanticWorkerApi[Asked]>;

/**
 * The thread in which a model runs and what it says is compared. Started by the first question; one that crashed takes nothing else along
 * and is replaced at the next question.
 */
export class SemanticThread {
  private thread: Thread | undefined;

  /**
   * `workerPath`: the built `semantic-worker.js`; `ort-wasm-simd.wasm` lies beside it. `patienceMs`: what goes on so long after it was
   * cancelled ends with its thread, as a regex of a tokenizer that comes to no end.
   */
  constructor(
    private readonly workerPath: string,
    private readonly patienceMs = 5_000,
  ) {}

  ask<Asked extends Question>(
    question: Asked,
    parameter: Parameter<Asked>,
    signal?: AbortSignal,
  ): Promise<Answer<Asked>> {
    this.thread ??= this.started();
    const { thread } = this;
    const answer = thread.rpc.call(question, parameter as never, { signal }) as Promise<Answer<Asked>>;
    return signal === undefined ? answer : this.unlessStuck(thread, answer, signal);
  }

  private async unlessStuck<Said>(thread: Thread, answer: Promise<Said>, signal: AbortSignal): Promise<Said> {
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      timer = setTimeout(() => this.stop(thread, new ModelCrashedError('it did not stop')), this.patienceMs);
    };
    signal.addEventListener('abort', wait);
    try {
      return await answer;
    } finally {
      signal.removeEventListener('abort', wait);
      clearTimeout(timer);
    }
  }

  dispose(): void {
    if (this.thread) this.stop(this.thread, new Error('The model is no longer asked.'));
  }

  private started(): Thread {
    // What the libraries print about a model is for their makers.
    const worker = new Worker(this.workerPath, { stdout: true, stderr: true });
    worker.stdout.resume();
    worker.stderr.resume();
    const thread = { worker, rpc: new Rpc<object, SemanticWorkerApi>(threadPort(worker), {}) };
    worker.on('error', (error) => this.endOf(thread, new ModelCrashedError(error.message)));
    worker.on('exit', (code) =>
      this.endOf(thread, new ModelCrashedError(`its thread stopped with code ${code}`)),
    );
    return thread;
  }

  private endOf(thread: Thread, reason: Error): void {
    thread.rpc.close(reason);
    if (this.thread === thread) this.thread = undefined;
  }

  private stop(thread: Thread, reason: Error): void {
    this.endOf(thread, reason);
    void thread.worker.terminate();
  }
}

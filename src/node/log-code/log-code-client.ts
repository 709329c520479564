import { Worker } from 'node:worker_threads';
import type {
  CodeStatement,
  LogCodeApi,
  MatchedTemplate,
  ScannedCode,
  TemplateToMatch,
} from '../../protocol/log-code';
import { Rpc } from '../../protocol/rpc';
import { threadPort } from '../worker/thread-port';

/** A thread that knows the logger calls of a workspace. Once it has ended every call rejects; make a new one. */
export class LogCodeClient {
  private readonly worker: Worker;
  private readonly rpc: Rpc<object, LogCodeApi>;
  private ended = false;

  /** `workerPath`: the built `log-code-worker.js`. */
  constructor(workerPath: string) {
    this.worker = new Worker(workerPath);
    this.rpc = new Rpc<object, LogCodeApi>(threadPort(this.worker), {});
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', () => this.end(new Error('The thread that reads the sources ended.')));
    // It holds no process open that has nothing else to do.
    this.worker.unref();
  }

  get dead(): boolean {
    return this.ended;
  }

  sourceEndings(): Promise<readonly string[]> {
    return this.rpc.call('sourceEndings', undefined);
  }

  scan(paths: readonly string[]): Promise<ScannedCode> {
    return this.rpc.call('scan', { paths });
  }

  match(templates: readonly TemplateToMatch[]): Promise<readonly MatchedTemplate[]> {
    return this.rpc.call('match', { templates });
  }

  statementsOf(path: string, text: string): Promise<readonly CodeStatement[]> {
    return this.rpc.call('statementsOf', { path, text });
  }

  dispose(): void {
    this.end(new Error('The sources are no longer asked for.'));
  }

  private end(reason: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.rpc.close(reason);
    void this.worker.terminate();
  }
}

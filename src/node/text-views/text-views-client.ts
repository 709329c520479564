import { Worker } from 'node:worker_threads';
import type { Column } from '../../protocol/log-lines';
import { Rpc } from '../../protocol/rpc';
import type { AnsiLine, FieldChoice, TextViewsApi } from '../../protocol/text-views';
import { threadPort } from '../worker/thread-port';

/** A thread that shows text otherwise. Started by the first question; one that crashed is replaced at the next. */
export class TextViewsClient {
  private thread: { readonly worker: Worker; readonly rpc: Rpc<object, TextViewsApi> } | undefined;

  /** `workerPath`: the built `text-views-worker.js`. */
  constructor(private readonly workerPath: string) {}

  ansiOf(lines: readonly string[]): Promise<readonly AnsiLine[]> {
    return this.rpc().call('ansiOf', lines);
  }

  withoutAnsi(text: string): Promise<string> {
    return this.rpc().call('withoutAnsi', text);
  }

  fieldsOf(text: string): Promise<readonly FieldChoice[]> {
    return this.rpc().call('fieldsOf', text);
  }

  columnsOf(text: string, fields: readonly string[]): Promise<readonly Column[]> {
    return this.rpc().call('columnsOf', { text, fields });
  }

  asColumns(text: string, fields: readonly string[]): Promise<string> {
    return this.rpc().call('asColumns', { text, fields });
  }

  dispose(): void {
    this.end(new Error('The text is no longer shown.'));
  }

  private rpc(): Rpc<object, TextViewsApi> {
    this.thread ??= this.started();
    return this.thread.rpc;
  }

  private started() {
    const worker = new Worker(this.workerPath);
    worker.unref();
    worker.on('error', (error) => this.end(error));
    return { worker, rpc: new Rpc<object, TextViewsApi>(threadPort(worker), {}) };
  }

  private end(reason: Error): void {
    const { thread } = this;
    this.thread = undefined;
    thread?.rpc.close(reason);
    void thread?.worker.terminate();
  }
}

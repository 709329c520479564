import { errorOf, failureOf, parseMessage, type RpcMessage } from './rpc-messages';

/** What carries the messages: a worker's port, a webview, two ends in memory. Order must be kept. */
export interface Port {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** An interface of methods with at most one parameter each; what they return is what the caller awaits. */
type MethodsOf<Api> = keyof Api & string;
type ParameterOf<Api, M extends keyof Api> = Api[M] extends (parameter: infer P) => unknown ? P : never;
type ResultOf<Api, M extends keyof Api> = Api[M] extends (parameter: never) => infer R ? Awaited<R> : never;

/** One side's answers to the calls and notifications of the other; `signal` aborts when the caller cancels. */
export type Handlers<Api> = {
  readonly [M in MethodsOf<Api>]: (
    parameter: ParameterOf<Api, M>,
    signal: AbortSignal,
  ) => ResultOf<Api, M> | Promise<ResultOf<Api, M>>;
};

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly transfer?: readonly ArrayBuffer[] | undefined;
}

interface WaitingCall {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

type AnyHandler = (parameter: unknown, signal: AbortSignal) => unknown;

const transfers = new WeakMap<object, readonly ArrayBuffer[]>();

/** An answer whose buffers go over to who asked instead of being copied: nobody may look at them here any more. */
export function handingOver<Answer extends object>(answer: Answer, buffers: readonly ArrayBuffer[]): Answer {
  transfers.set(answer, buffers);
  return answer;
}

/** Rejects what waits when a conversation ends. */
export class RpcClosedError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'RpcClosedError';
  }
}

/**
 * Both directions of one conversation: `Local` is what this side answers, `Remote` what it may call.
 *
 * Every call settles: by the answer, or by close(). A cancelled call rejects with its signal's reason when the
 * other side has answered in any way, so that "cancelled" means "no longer working"; whoever cannot wait closes.
 */
export class Rpc<Local, Remote> {
  private readonly handlers: ReadonlyMap<string, AnyHandler>;
  private readonly waiting = new Map<number, WaitingCall>();
  private readonly running = new Map<number, AbortController>();
  private closed: Error | undefined;

  constructor(
    private readonly port: Port,
    handlers: Handlers<Local>,
    /** Of this side's calls. Where it may be taken by another, of which the other side does not hear, as a page that is loaded anew, no two may call alike. */
    private nextId = 1,
  ) {
    this.handlers = new Map(Object.entries<unknown>(handlers) as [string, AnyHandler][]);
    port.onMessage((data) => this.receive(data));
  }

  call<M extends MethodsOf<Remote>>(
    method: M,
    parameter: ParameterOf<Remote, M>,
    options: CallOptions = {},
  ): Promise<ResultOf<Remote, M>> {
    const { signal, transfer } = options;
    if (this.closed) return Promise.reject(this.closed);
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = this.nextId++;
    const answer = this.waitFor(id, signal) as Promise<ResultOf<Remote, M>>;
    this.postCall({ rpc: 'call', id, method, parameter }, transfer);
    return answer;
  }

  /** Says something that nobody answers; dropped when the conversation has ended. */
  notify<M extends MethodsOf<Remote>>(method: M, parameter: ParameterOf<Remote, M>): void {
    if (!this.closed) this.post({ rpc: 'notice', method, parameter });
  }

  /** Ends the conversation: what waits rejects with `reason`, what runs for the other side is aborted. */
  close(reason: Error = new RpcClosedError('The conversation was closed.')): void {
    if (this.closed) return;
    this.closed = reason;
    this.left(reason);
  }

  /** The other side went, and another may come in its place, as a page that was hidden: what waits for it rejects, what runs for it is aborted and answers nobody. */
  left(reason: Error = new RpcClosedError('The other side went.')): void {
    for (const call of this.waiting.values()) call.reject(reason);
    for (const controller of this.running.values()) controller.abort(reason);
    this.waiting.clear();
    this.running.clear();
  }

  private waitFor(id: number, signal: AbortSignal | undefined): Promise<unknown> {
    const cancel = () => {
      if (this.waiting.has(id)) this.post({ rpc: 'cancel', id });
    };
    signal?.addEventListener('abort', cancel);
    const answer = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    return answer
      .then(
        (value) => {
          if (signal?.aborted) throw signal.reason;
          return value;
        },
        (error) => {
          throw signal?.aborted ? signal.reason : error;
        },
      )
      .finally(() => signal?.removeEventListener('abort', cancel));
  }

  private postCall(
    message: RpcMessage & { rpc: 'call' },
    transfer: readonly ArrayBuffer[] | undefined,
  ): void {
    try {
      this.post(message, transfer);
    } catch (error) {
      this.settle(message.id, (call) => call.reject(error));
    }
  }

  private post(message: RpcMessage, transfer?: readonly ArrayBuffer[]): void {
    this.port.post(message, transfer);
  }

  private receive(data: unknown): void {
    const message = this.closed ? undefined : parseMessage(data);
    if (message === undefined) return;
    if (message.rpc === 'call') void this.answer(message.id, message.method, message.parameter);
    else if (message.rpc === 'cancel') this.running.get(message.id)?.abort();
    else if (message.rpc === 'result') this.settle(message.id, (call) => call.resolve(message.value));
    else if (message.rpc === 'failure')
      this.settle(message.id, (call) => call.reject(errorOf(message.failure)));
    else void this.take(message.method, message.parameter);
  }

  private settle(id: number, settle: (call: WaitingCall) => void): void {
    const call = this.waiting.get(id);
    if (!call) return;
    this.waiting.delete(id);
    settle(call);
  }

  private async answer(id: number, method: string, parameter: unknown): Promise<void> {
    if (this.running.has(id)) return;
    const controller = new AbortController();
    this.running.set(id, controller);
    const isAwaited = () => this.running.get(id) === controller;
    try {
      const handler = this.handlers.get(method);
      if (!handler) throw new Error(`The other side has no method ${JSON.stringify(method)}.`);
      const value = await handler(parameter, controller.signal);
      if (isAwaited()) this.post({ rpc: 'result', id, value }, transferOf(value));
    } catch (error) {
      // Also when the result could not be cloned: the caller must not wait for ever.
      if (isAwaited()) this.post({ rpc: 'failure', id, failure: failureOf(error) });
    } finally {
      if (isAwaited()) this.running.delete(id);
    }
  }

  private async take(method: string, parameter: unknown): Promise<void> {
    try {
      await this.handlers.get(method)?.(parameter, new AbortController().signal);
    } catch {
      // A notification that fails has nobody to tell, and must not end the conversation.
    }
  }
}

function transferOf(value: unknown): readonly ArrayBuffer[] | undefined {
  return typeof value === 'object' && value !== null ? transfers.get(value) : undefined;
}

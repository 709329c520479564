import type { Sentence } from '../../engine/model/finding';
import type { AgentFor } from '../sources/one-request';
import { TransportError } from '../sources/transport';
import { AnswerReader } from './answer-reader';
import { type ChatModel, type ChatPart, type ChatRequest, ModelError } from './chat-model';
import { checkEndpoint } from './check-endpoint';
import { type Clock, pass, systemClock } from './clock';
import { destinationOf } from './destination';
import { endpointFetch, type Seen } from './endpoint-fetch';
import { KeptReasoning } from './kept-reasoning';
import {
  type Asked,
  type ModelProblem,
  problemOfRefusal,
  problemOfTransport,
  problemOfWords,
} from './model-problems';
import { OllamaRoom } from './ollama-context';
import { causeOf, errorWithin, openaiClient } from './openai-client';
import { ofAPerson, type Patience, waitSeconds } from './patience';
import { errorOf, RefusedRequest, serverError } from './refused-request';
import { requestBody } from './request-body';
import { ServerManners } from './server-manners';

export interface ModelEndpoint {
  /** As `checkEndpoint` gives it. */
  readonly url: string;
  readonly model: string;
  /** Asked before each request, and not kept. */
  readonly key: () => Promise<string | null>;
  readonly contextTokens: number | null;
}

export interface EndpointParts {
  /** Left out in the editor; `environmentAgents()` in the command line. */
  readonly agentFor?: AgentFor | undefined;
  /** Left out: 15. */
  readonly connectSeconds?: number;
  /** Nothing heard for so long: given up. Left out: 120; a local server reads a long prompt for a while before its first word. */
  readonly silenceSeconds?: number;
  readonly patience?: Patience;
  readonly clock?: Clock;
  readonly manners?: ServerManners;
  /** Where Ollama listens; left out: 11434. */
  readonly ollamaPort?: number;
}

/** Of this process, so that the next conversation need not learn it again. */
const learnt = new ServerManners();
/** A request says three things a server may not take. */
const mostLessons = 4;

/** A model behind any endpoint that speaks OpenAI's protocol of chat completions. */
export function endpointModel(endpoint: ModelEndpoint, parts: EndpointParts = {}): ChatModel {
  return new EndpointModel(endpoint, parts);
}

class EndpointModel implements ChatModel {
  readonly name: string;
  readonly destination;
  private readonly ollama: OllamaRoom;
  private readonly clock: Clock;
  private readonly manners: ServerManners;
  private readonly patience: Patience;
  private readonly kept = new KeptReasoning();
  private ownIds = 0;

  constructor(
    private readonly endpoint: ModelEndpoint,
    private readonly parts: EndpointParts,
  ) {
    this.name = endpoint.model;
    this.destination = destinationOf(endpoint.url);
    this.ollama = new OllamaRoom(endpoint, endpoint.contextTokens, parts.ollamaPort);
    this.clock = parts.clock ?? systemClock;
    this.manners = parts.manners ?? learnt;
    this.patience = parts.patience ?? ofAPerson;
  }

  get contextTokens(): number | null {
    return this.ollama.context;
  }

  bodyOf(request: ChatRequest): ReturnType<typeof requestBody> {
    const { url, model } = this.endpoint;
    return requestBody(request, model, this.manners.of(url, model), this.kept);
  }

  async *chat(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatPart> {
    let lessons = 0;
    for (let failed = 0; ; ) {
      signal.throwIfAborted();
      const attempt = new Attempt(await this.keyFor(this.endpoint.url));
      await this.ollama.check(request, attempt.key, this.httpParts, signal);
      try {
        return yield* this.answer(request, attempt, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (this.learns(error) && ++lessons < mostLessons) continue;
        const problem = this.problemOf(error, request, attempt);
        if (attempt.reader.hasBegun) throw cut(this.destination.host);
        const seconds = problem.mayPass ? waitSeconds(++failed, problem.afterSeconds, this.patience) : null;
        if (seconds === null) throw problem.error;
        yield { kind: 'waiting', seconds, why: waitingFor(problem.error, this.destination.host, seconds) };
        await pass(seconds, this.clock, signal);
      }
    }
  }

  /** Checked each time: an address is edited without the key. */
  private async keyFor(url: string): Promise<string | null> {
    const key = await this.endpoint.key();
    const checked = checkEndpoint(url, { hasKey: key !== null });
    if (checked.isUsable) return key;
    throw new ModelError('unreachable', checked.problem);
  }

  private async *answer(
    request: ChatRequest,
    { key, reader, seen }: Attempt,
    signal: AbortSignal,
  ): AsyncGenerator<ChatPart> {
    const fetch = endpointFetch(key, this.httpParts, signal, seen);
    const client = await openaiClient(this.endpoint.url, fetch);
    const chunks = await client.chat.completions.create(this.bodyOf(request));
    try {
      for await (const chunk of chunks as AsyncIterable<unknown>) {
        const text = reader.take(chunk);
        if (text !== '') yield { kind: 'text', text };
      }
    } catch (error) {
      // An event that the end of the stream tore is none.
      if (!(seen.hasEnded && causeOf(error) instanceof SyntaxError)) throw error;
    }
    signal.throwIfAborted();
    const rest = reader.rest();
    if (rest !== '') yield { kind: 'text', text: rest };
    if (!reader.isWhole(seen.isDone)) throw new TransportError('cut', 'ended');
    const calls = reader.calls(this.ownId);
    this.kept.keep(calls, reader.reasoning);
    yield* reader.close(calls);
  }

  private readonly ownId = () => `call_oddline_${++this.ownIds}`;

  private get httpParts() {
    const { agentFor, connectSeconds = 15, silenceSeconds = 120 } = this.parts;
    return { agentFor, connectSeconds, silenceSeconds, clock: this.clock };
  }

  /** Whether the server refused a member it can be asked without. */
  private learns(error: unknown): boolean {
    const refused = causeOf(error);
    if (!(refused instanceof RefusedRequest) || (refused.status !== 400 && refused.status !== 422))
      return false;
    return this.manners.learn(this.endpoint.url, this.endpoint.model, serverError(refused.body, null));
  }

  /** Throws what is no failure of the exchange. */
  private problemOf(error: unknown, request: ChatRequest, { key }: Attempt): ModelProblem {
    const asked: Asked = {
      host: this.destination.host,
      model: this.endpoint.model,
      key,
      nowMs: this.clock.now(),
      tools: request.tools.length > 0,
      schema: request.schema !== undefined,
    };
    const cause = causeOf(error);
    if (cause instanceof TransportError) return problemOfTransport(cause, asked);
    if (cause instanceof RefusedRequest) return problemOfRefusal(cause, asked);
    const said = errorWithin(cause);
    if (said !== undefined) return problemOfWords(errorOf(said, key), asked);
    // Of the library: an event that is no JSON.
    if (cause instanceof SyntaxError) return problemOfWords(errorOf(cause.message, key), asked);
    throw error;
  }
}

/** One request. */
class Attempt {
  readonly reader = new AnswerReader();
  readonly seen: Seen = { isDone: false, hasEnded: false };
  constructor(readonly key: string | null) {}
}

function cut(host: string): ModelError {
  return new ModelError('cut', {
    pattern: 'The answer of {0} broke off. What came is kept; go on from there, or ask again.',
    values: [host],
  });
}

/** It is read while it waits, and in the conversation afterwards. */
function waitingFor({ code }: ModelError, host: string, wait: number): Sentence {
  const values = [host, Math.ceil(wait)];
  if (code === 'rate-limited')
    return { pattern: '{0} took no more questions: it is asked again after a wait of {1} s.', values };
  return { pattern: '{0} did not answer: it is asked again after a wait of {1} s.', values };
}
